#include "peer_area.h"

namespace trialdex::bench {

namespace {

using Name = std::string_view;
constexpr Name kTitle[] = {"BriefTitle", "OfficialTitle", "Acronym"};
constexpr Name kCondition[] = {"Condition", "ConditionMeshTerm", "ConditionMeshId"};
constexpr Name kIntervention[] = {"InterventionName",          "InterventionDescription", "InterventionOtherName",
                                  "InterventionArmGroupLabel", "InterventionMeshTerm",    "InterventionMeshId"};
constexpr Name kSummary[] = {"BriefSummary"};
constexpr Name kDescription[] = {"DetailedDescription"};
constexpr Name kEligibility[] = {"EligibilityCriteria"};
constexpr Name kOutcome[] = {"PrimaryOutcomeMeasure",   "PrimaryOutcomeDescription",   "PrimaryOutcomeTimeFrame",
                             "SecondaryOutcomeMeasure", "SecondaryOutcomeDescription", "SecondaryOutcomeTimeFrame",
                             "OtherOutcomeMeasure",     "OtherOutcomeDescription",     "OtherOutcomeTimeFrame"};
constexpr Name kSponsor[] = {"LeadSponsorName",
                             "CollaboratorName",
                             "ResponsiblePartyInvestigatorFullName",
                             "ResponsiblePartyInvestigatorTitle",
                             "ResponsiblePartyInvestigatorAffiliation",
                             "ResponsiblePartyOldNameTitle",
                             "ResponsiblePartyOldOrganization"};
constexpr Name kLocation[] = {"LocationFacility",     "LocationCity",        "LocationState",
                              "LocationZip",          "LocationCountry",     "LocationContactName",
                              "LocationContactPhone", "LocationContactEMail"};
constexpr Name kKeyword[] = {"Keyword"};

constexpr schema::SearchAreaPart kParts[] = {
    {kTitle, "text", 0.89, false, false},       {kCondition, "text", 0.81, false, false},
    {kIntervention, "text", 0.8, false, false}, {kSummary, "text", 0.6, false, false},
    {kDescription, "text", 0.5, false, false},  {kEligibility, "text", 0.3, false, false},
    {kOutcome, "text", 0.4, false, false},      {kSponsor, "text", 0.3, false, false},
    {kLocation, "text", 0.2, false, false},     {kKeyword, "text", 0.6, false, false}};
constexpr schema::SearchArea kArea{"PeerSearch", "", "", kParts};

} // namespace

const schema::SearchArea& peer_area() { return kArea; }

} // namespace trialdex::bench
