#include "web/pages/search/help_page.h"

#include "web/components/breadcrumb.h"
#include "web/components/contents.h"
#include "web/pages/search/search_address.h"

#include <array>
#include <span>

namespace trialdex::web {

namespace {

struct Example {
    std::string_view text; // what to type into the box
    std::string_view tells;
};

constexpr std::array<Example, 5> kPlain = {{
    {"migraine", "Studies that speak of migraine, the best matches first. Other names of it are searched as well."},
    {"knee pain exercise", "All three words must stand in one and the same field, in any order."},
    {"\"chronic kidney disease\"", "In quotation marks the words must follow each other just so."},
    {"tumours", "Spelling and endings do not matter: tumor, tumors and tumours are one word here."},
    {"covid-19, vaccine", "A comma means “and”: the study must have both, each anywhere."},
}};

constexpr std::array<Example, 6> kJoined = {{
    {"asthma AND exercise", "Both. AND, OR and NOT are read as operators only in capital letters."},
    {"aspirin OR clopidogrel", "Either, or both; those with both stand higher."},
    {"diabetes NOT pregnancy", "The first without the second."},
    {"(head OR neck) AND pain", "Parentheses say what belongs together. Without them AND binds before OR."},
    {"ALL", "Every study of this registry."},
    {"\\NOT", "A backslash makes a plain word of an operator."},
}};

constexpr std::array<Example, 10> kFields = {{
    {"AREA[Condition]asthma", "The word in one field. The names are those of the module tree, such as Condition or "
                              "LeadSponsorName."},
    {"AREA[ConditionSearch]asthma", "In an area, a group of fields: those behind the box “Condition or disease”."},
    {"AREA[Phase](PHASE2 OR PHASE3)",
     "Coded fields take their codes; parentheses spread the field over what is inside."},
    {"AREA[StartDate]RANGE[2020-01, 2021-06]",
     "From one date to another, both included. MIN and MAX leave an end open."},
    {"AREA[EnrollmentCount]RANGE[500, MAX]", "At least 500 participants."},
    {"AREA[MinimumAge]RANGE[MIN, 16 years]", "Ages with their unit: years, months, weeks, days."},
    {"AREA[ResultsFirstPostDate]MISSING", "The field is not in the record. NOT in front turns that around."},
    {"AREA[Phase:size]2", "A list with so many elements: here, studies of two phases at once."},
    {"SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING)",
     "One and the same site must have it all: in Boston, and recruiting."},
    {"AREA[LocationGeoPoint]DISTANCE[42.36, -71.06, 50mi]", "A site within 50 miles of a point; km works too."},
}};

constexpr std::array<Example, 6> kFine = {{
    {"AREA[LeadSponsorName]COVERAGE[FullMatch]\"Pfizer\"",
     "The field holds these words and nothing else. StartsWith and "
     "EndsWith are there as well."},
    {"EXPANSION[Term]\"heart attack\"", "These words in all their forms, without other names for the same thing."},
    {"EXPANSION[None]\"AIDS\"", "Exactly as written: capitals and accents count."},
    {"EXPANSION[Concept]\"heart attack\"", "The phrase and its other names."},
    {"EXPANSION[Lossy]stroke aphasia speech therapy", "Half of the words are enough."},
    {"TILT[StudyFirstPostDate]influenza", "Newer studies stand higher; none is left out."},
}};

void examples(Html& html, std::span<const Example> rows) {
    html.open("dl", {{"class", "facts examples"}});
    for (const Example& row : rows) {
        html.open("div").open("dt").open("a", {{"href", SearchAddress().with("q", row.text).href()}});
        html.element("code", row.text).close("a").close("dt").element("dd", row.tells).close("div");
    }
    html.close("dl");
}

void section(Html& html, std::string_view anchor, std::string_view heading, std::string_view sentence,
             std::span<const Example> rows) {
    html.open("section", {{"class", "study-section"}, {"aria-labelledby", anchor}});
    section_heading(html, anchor, heading);
    html.element("p", sentence, {{"class", "sentence"}});
    examples(html, rows);
    html.close("section");
}

void point(Html& html, std::string_view term, std::string_view tells) {
    html.open("li").element("strong", term).text(" " + std::string(tells)).close("li");
}

void reading_results(Html& html) {
    html.open("section", {{"class", "study-section"}, {"aria-labelledby", "results"}});
    section_heading(html, "results", "Reading the result");
    html.open("ul");
    point(html, "The count", "is exact, and so is every number beside a choice.");
    point(html, "Marked words",
          "show where a study meets the search. When the title does not, the passage that does is "
          "shown, with the name of its field.");
    point(html, "Choices",
          "of one group add up (recruiting or completed); those of different groups narrow "
          "(recruiting, and in phase 3).");
    point(html, "Other names", "that were searched along are listed above the result. One click leaves them out.");
    point(html, "Fewer than ten?",
          "Further studies follow that have the words spread over the record, then those with "
          "some of them. They are not part of the count.");
    point(html, "Compare",
          "on the cards puts up to five studies side by side. Tick them, then press the button beneath the list.");
    point(html, "The address", "of a result page is the search: keep it, or send it to somebody.");
    point(html, "For a review,",
          "the search report beneath each result lists every expression with its count, the data "
          "version and the date.");
    html.close("ul").close("section");
}

void numbers_and_addresses(Html& html) {
    html.open("section", {{"class", "study-section"}, {"aria-labelledby", "numbers"}});
    section_heading(html, "numbers", "Study numbers and searches from elsewhere");
    html.element("p",
                 "A study number alone, such as NCT00000102, opens the study. Several, as copied out of a table, find "
                 "all of them.");
    html.open("p").text("A search made on ClinicalTrials.gov can be ");
    html.link("/search/import", "brought here by its address").text(".").close("p").close("section");
}

} // namespace

api::Response help_page(const PageContext& context) {
    Html main;
    breadcrumb(main, std::array<Crumb, 3>{{{"Home", "/"}, {"Search", "/search"}, {"How to search", ""}}});
    main.element("h1", "How to search");
    main.element(
        "p",
        "Type what you are looking for, in your own words. Nothing you type can break the search: what it does "
        "not understand it reads as words, and says so.",
        {{"class", "lede"}});
    main.open("div", {{"class", "columns search-help"}});
    contents_list(main, std::array<ContentsEntry, 6>{{{"words", "Plain words"},
                                                      {"numbers", "Study numbers"},
                                                      {"results", "Reading the result"},
                                                      {"joined", "And, or, not"},
                                                      {"fields", "Fields, dates, places"},
                                                      {"fine", "How closely words match"}}});
    main.open("div", {{"class", "article"}});
    section(main, "words", "Plain words", "Enough for most searches. Each example is a link: try it.", kPlain);
    numbers_and_addresses(main);
    reading_results(main);
    section(main, "joined", "And, or, not", "Operators join terms, as in the registry’s own search.", kJoined);
    section(main, "fields", "Fields, dates, places",
            "A name in square brackets says where to look. The form “Search by field” writes most of these for you.",
            kFields);
    section(main, "fine", "How closely words match",
            "For those who need to say how exactly a term is to be taken, such as reviewers.", kFine);
    main.close("div").close("div");
    return page_response(context,
                         {.title = "How to search",
                          .description = "Plain words, operators, fields, dates and places: how to search for studies.",
                          .canonical = "/search/help",
                          .official_record = {},
                          .data_date = {}},
                         main);
}

} // namespace trialdex::web
