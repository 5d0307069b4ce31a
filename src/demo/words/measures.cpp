#include "demo/words/measures.h"

namespace trialdex::demo {

namespace {

constexpr Measure kPrimary[] = {
    {"Change From Baseline in {0} at Week {3}",
     "The last week before the visit against the week before the first dose.", "Baseline, Week {3}",
     "LEAST_SQUARES_MEAN", "STANDARD_ERROR", "", -1, 1, 1, "", ""},
    {"Number of Participants With {2}", "Judged at the last visit by somebody who does not know the group.", "Week {3}",
     "COUNT_OF_PARTICIPANTS", "", "Participants", 0, 0, 0, "", ""},
    {"Percentage of Participants With {2}", "Those who left early count as not having reached it.", "Week {3}",
     "NUMBER", "CONFIDENCE_95", "percentage of participants", 180, 760, 1, "", ""},
    {"Time to {2}", "From the first dose to the first day that counts; participants who never reach it are censored.",
     "From first dose up to {3} weeks", "MEDIAN", "CONFIDENCE_95", "days", 12, 160, 0, "", "", Scope::Trial},
    {"Number of Participants With at Least One Adverse Event",
     "Any unwanted medical occurrence between the first dose and the last visit, related to the product or not.",
     "Up to Week {3}", "COUNT_OF_PARTICIPANTS", "", "Participants", 0, 0, 0, "", "", Scope::Trial},
    {"{0} at Week {3}", "The mean of the last seven days, as measured at the visit.", "Week {3}", "MEAN",
     "STANDARD_DEVIATION", "", 0, 0, 1, "", ""},
};

constexpr Measure kOthers[] = {
    {"{0} by Visit", "Measured at each visit by the same person.", "Baseline, Week 4, Week 12, Week {3}", "MEAN",
     "STANDARD_DEVIATION", "", 0, 0, 1, "Baseline|Week 4|Week 12|End of Study", ""},
    {"Overall Change as Rated by the Participant", "One question with four answers.", "Week {3}",
     "COUNT_OF_PARTICIPANTS", "", "Participants", 0, 0, 0, "", "Much better|Somewhat better|No change|Worse"},
    {"Peak Concentration of {1} in Plasma (Cmax)",
     "Blood is drawn before the dose and 1, 2, 4, 8 and 24 hours after it.", "Day 1 and Day 29", "GEOMETRIC_MEAN",
     "GEOMETRIC_COEFFICIENT", "ng/mL", 400, 9800, 1, "Day 1|Day 29", "", Scope::Medicine},
    {"Days With Rescue Medicine", "Counted in the diary.", "Weeks 1 to {3}", "MEDIAN", "INTER_QUARTILE_RANGE", "days",
     0, 40, 0, "", "", Scope::Trial},
    {"Quality of Life Index", "A questionnaire of 20 questions; 0 is the worst, 100 the best possible score.",
     "Baseline, Week {3}", "MEAN", "STANDARD_DEVIATION", "units on a scale", 300, 900, 1, "", ""},
    {"Antibody Titer", "Geometric mean titer in serum, by virus strain.", "Day 57", "GEOMETRIC_MEAN", "CONFIDENCE_95",
     "titer", 200, 12000, 1, "Strain A/Invented/1|Strain A/Invented/2|Strain B/Invented/1", "", Scope::Medicine},
    {"Length of the Visit", "From arrival to departure.", "Day 1", "MEDIAN", "FULL_RANGE", "minutes", 18, 190, 0, "",
     ""},
    {"Cost of Care per Participant", "All care within the study, without the price of the study product.",
     "Up to 52 weeks", "MEAN", "STANDARD_ERROR", "euros", 840, 64000, 0, "", "", Scope::Trial},
    {"Steps per Day", "Counted by a device at the wrist.", "Week {3}", "LEAST_SQUARES_MEAN", "CONFIDENCE_90",
     "steps per day", 1800, 11500, 0, "", ""},
    {"Number of Episodes per 100 Years of Follow-Up", "All episodes count, also several of one participant.",
     "Up to Week {3}", "NUMBER", "", "episodes per 100 years", 3, 240, 1, "", ""},
    {"Log-Transformed Marker of Inflammation", "Natural logarithm of the concentration in mg/L.", "Week {3}",
     "LOG_MEAN", "STANDARD_DEVIATION", "log(mg/L)", -90, 240, 2, "", ""},
    {"Ratio of {0} to Baseline", "Above 1 means a rise.", "Baseline, Week {3}", "GEOMETRIC_LEAST_SQUARES_MEAN",
     "CONFIDENCE_95", "ratio", 60, 180, 2, "", ""},
    {"Satisfaction With the Visits", "Answers at the last visit, men and women apart.", "Week {3}",
     "COUNT_OF_PARTICIPANTS", "", "Participants", 0, 0, 0, "Women|Men", "Satisfied|Neither|Dissatisfied"},
    {"Missed Doses", "Tablets, puffs or sessions that were planned and not taken.", "Up to Week {3}", "MEAN",
     "STANDARD_DEVIATION", "doses", 0, 90, 1, "", "", Scope::Medicine},
};

constexpr Measure kBaseline[] = {
    {"Body Mass Index", "", "", "MEAN", "STANDARD_DEVIATION", "kg/m^2", 192, 384, 1, "", ""},
    {"Time Since Diagnosis", "", "", "MEDIAN", "FULL_RANGE", "years", 1, 240, 1, "", ""},
    {"Smoking", "As told at the first visit", "", "COUNT_OF_PARTICIPANTS", "", "Participants", 0, 0, 0, "",
     "Never|Former|Current"},
    {"{0}", "", "", "MEAN", "STANDARD_DEVIATION", "", 0, 0, 1, "", ""},
    {"Years of School", "", "", "MEDIAN", "INTER_QUARTILE_RANGE", "years", 8, 19, 0, "", ""},
    {"Blood Pressure", "After 5 minutes of rest", "", "MEAN", "STANDARD_DEVIATION", "mmHg", 680, 1520, 1,
     "Systolic|Diastolic", ""},
};

} // namespace

std::span<const Measure> primary_measures() { return kPrimary; }
std::span<const Measure> other_measures() { return kOthers; }
std::span<const Measure> baseline_measures() { return kBaseline; }

} // namespace trialdex::demo
