// How to cite the record, and every form in which it can be taken along.
#include "web/pages/study/citation.h"

#include "study/partial_date.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/head.h"

#include <fmt/format.h>

namespace trialdex::web {

namespace {

// What makes a record citable: who registered what, as it stood on which day.
struct Citation {
    std::string sponsor, title, id, updated, data_of, address;
};

Citation citation_of(const StudyView& study) {
    const store::StoredRecord& stored = study.request.stored;
    return {text_of(study.sponsors["leadSponsor"]["name"]),
            study_title(study),
            stored.id.text(),
            stored.version.last_update_posted,
            stored.version.version_holder,
            official_record_url(stored.id)};
}

// Behind "Alliance Foundation Trials, LLC." and "Does it help?" stands no second stop.
std::string ended(std::string text) {
    if (!text.empty() && text.find_last_of(".?!") != text.size() - 1) text += '.';
    return text;
}

std::string in_words(const std::string& day) {
    const auto date = study::PartialDate::parse(day);
    return date ? date->words() : day;
}

std::string as_sentence(const Citation& citation) {
    std::string text = citation.sponsor.empty() ? std::string() : ended(citation.sponsor) + " ";
    text += ended(citation.title) + " ClinicalTrials.gov, " + citation.id;
    if (!citation.updated.empty()) text += ", updated " + in_words(citation.updated);
    if (!citation.data_of.empty()) text += ", data of " + in_words(citation.data_of);
    return text + ". ";
}

// Where a line has to end within it, it does so before the study's number.
void address_of(Html& html, const Citation& citation) {
    html.text(citation.address.substr(0, citation.address.size() - citation.id.size())).empty("wbr").text(citation.id);
}

// Braces and backslashes would end the entry or start a command.
std::string in_braces(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '{' || c == '}' || c == '\\') continue;
        if (c == '&' || c == '%' || c == '#' || c == '_' || c == '$') out += '\\';
        out += c;
    }
    return out;
}

std::string as_bibtex(const Citation& citation) {
    std::string out = fmt::format("@misc{{{},\n", citation.id);
    const auto member = [&](std::string_view name, std::string_view text) {
        if (!text.empty()) out += fmt::format("  {} = {{{}}},\n", name, in_braces(text));
    };
    if (!citation.sponsor.empty()) out += fmt::format("  author = {{{{{}}}}},\n", in_braces(citation.sponsor));
    member("title", citation.title);
    member("howpublished", "ClinicalTrials.gov, " + citation.id);
    member("year", std::string_view(citation.updated).substr(0, 4));
    if (!citation.data_of.empty()) member("note", "Data of " + citation.data_of);
    out += fmt::format("  url = {{{}}}\n}}", citation.address);
    return out;
}

} // namespace

void citation(Html& html, const StudyView& study) {
    const Citation cited = citation_of(study);
    fact(html, "To cite it", [&] {
        html.open("p", {{"class", "citation"}}).text(as_sentence(cited));
        address_of(html, cited);
        html.close("p");
        html.open("details").element("summary", "As BibTeX");
        html.open("pre", {{"tabindex", "0"}}).element("code", as_bibtex(cited)).close("pre").close("details");
    });
}

} // namespace trialdex::web
