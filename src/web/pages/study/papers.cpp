// Publications with their way to PubMed, notices of retraction, web pages, and the study's own documents.
#include "web/components/calculated.h"
#include "web/components/entities.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/plain_table.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenPapers = 12;
constexpr std::array<std::string_view, 4> kReferenceNames = {"pmid", "type", "citation", "retractions"};
constexpr std::array<std::string_view, 2> kRetractionNames = {"pmid", "source"};
constexpr std::array<std::string_view, 2> kLinkNames = {"label", "url"};
constexpr std::array<std::string_view, 3> kDocumentNames = {"label", "filename", "size"};

struct DocumentPart {
    std::string_view flag, words;
};
constexpr std::array<DocumentPart, 3> kDocumentParts = {
    {{"hasProtocol", "study protocol"}, {"hasSap", "statistical analysis plan"}, {"hasIcf", "consent form"}}};
constexpr std::array<std::string_view, 4> kInDocumentHead = {"typeAbbrev", "hasProtocol", "hasSap", "hasIcf"};

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void pubmed(Html& html, study::Value number) {
    const std::string_view text = number.text();
    html.text(" ").open("span", {{"class", "kind pubmed"}});
    if (is_number(text)) {
        html.external_link("https://pubmed.ncbi.nlm.nih.gov/" + std::string(text) + "/", "PubMed " + std::string(text));
    } else {
        html.text("PubMed ");
        plain_text(html, text);
    }
    html.close("span");
}

void retraction(Html& html, study::Value notice) {
    html.open("div", {{"class", "callout callout-stopped"}}).open("p").element("strong", "Retracted: ");
    plain_text(html, notice["source"].text());
    if (notice["pmid"]) pubmed(html, notice["pmid"]);
    html.close("p");
    fact_list(html, node_at("protocolSection.referencesModule.references.retractions"), notice,
              {.skip = kRetractionNames});
    html.close("div");
}

void paper(Html& html, study::Value reference) {
    html.open("li").open("p");
    plain_text(html, reference["citation"] ? reference["citation"].text() : "Citation not in this record");
    if (reference["pmid"]) pubmed(html, reference["pmid"]);
    html.close("p");
    for (const study::Value notice : reference["retractions"]) retraction(html, notice);
    fact_list(html, node_at("protocolSection.referencesModule.references"), reference, {.skip = kReferenceNames});
    html.close("li");
}

// Results first, then what was matched to the study, then background, then types that the tables do not know.
std::vector<std::string_view> types_in_order(study::Value references) {
    std::vector<std::string_view> types;
    for (const std::string_view type : {"RESULT", "DERIVED", "BACKGROUND"}) types.push_back(type);
    for (const study::Value reference : references) {
        const std::string_view type = reference["type"].text();
        if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
    }
    return types;
}

void papers_of_type(Html& html, study::Value references, std::string_view type) {
    std::vector<study::Value> papers;
    for (const study::Value reference : references) {
        if (reference["type"].text() == type) papers.push_back(reference);
    }
    if (papers.empty()) return;
    if (type.empty()) {
        heading(html, 3, "Publications, why listed: not in this record");
    } else {
        html.open("h3", {{"class", "explained-heading"}}).text(words_of("ReferenceType", papers.front()["type"]));
        html.text(" ").element("code", type, {{"class", "code"}}).close("h3");
        const schema::EnumType* types = schema::find_enum("ReferenceType");
        const schema::EnumValue* known = types ? types->find(type) : nullptr;
        if (known) html.element("p", known->explanation, {{"class", "note"}});
    }
    const bool is_long = papers.size() > kOpenPapers;
    if (is_long) {
        html.open("details").open("summary").text("Show all ");
        calculated_count(html, papers.size());
        html.text(" publications").close("summary");
    }
    html.open("ul", {{"class", "papers"}});
    for (const study::Value reference : papers) paper(html, reference);
    html.close("ul");
    if (is_long) html.close("details");
}

void web_links(Html& html, study::Value links) {
    if (links.size() == 0) return;
    const schema::Node& node = node_at("protocolSection.referencesModule.seeAlsoLinks");
    heading(html, 3, node.label);
    html.open("ul", {{"class", "papers"}});
    for (const study::Value link : links) {
        html.open("li");
        if (link["label"]) markup(html, link["label"].text());
        html.open("p");
        web_address(html, link["url"].text());
        html.close("p");
        fact_list(html, node, link, {.skip = kLinkNames});
        html.close("li");
    }
    html.close("ul");
}

// Where the registry keeps a file: folders by the last two digits of the study's number.
std::string document_address(const StudyView& study, std::string_view filename) {
    const std::string id = study.request.stored.id.text();
    return "https://cdn.clinicaltrials.gov/large-docs/" + id.substr(id.size() - 2) + "/" + id + "/" +
           encode_path(filename);
}

std::string size_in_words(std::uint64_t bytes) {
    if (bytes < 1'000'000) return grouped((bytes + 999) / 1000) + " kB";
    const std::uint64_t tenths = (bytes + 50'000) / 100'000;
    return grouped(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

// "1,234,567 bytes" is exact, "1.2 MB" is read.
void file_size(Html& html, study::Value size) {
    html.text(" ").open("span", {{"class", "kind"}});
    const auto bytes = size.integer();
    if (bytes && *bytes >= 0) {
        calculated(html, size_in_words(static_cast<std::uint64_t>(*bytes)), grouped(size.text()) + " bytes");
    } else {
        plain_text(html, size.text());
    }
    html.close("span");
}

// "Study protocol, statistical analysis plan": what the file holds, of the three kinds that the registry asks for.
std::string parts_in_words(study::Value file) {
    std::string words;
    for (const DocumentPart& part : kDocumentParts) {
        if (!file[part.flag].boolean().value_or(false)) continue;
        words += (words.empty() ? "" : ", ") + std::string(part.words);
    }
    return words;
}

// Four narrow columns of "Yes" and "No" left 70 pixels for the name of the file.
void document_head(Html& html, const StudyView& study, study::Value file) {
    const std::string label = text_of(file["label"]);
    const std::string name(file["filename"].text());
    if (name.empty()) {
        html.text(label);
    } else {
        html.external_link(document_address(study, name), label.empty() ? name : label);
        html.empty("br").element("span", name, {{"class", "note file-name"}});
    }
    if (file["size"]) file_size(html, file["size"]);
    const std::string parts = parts_in_words(file);
    if (parts.empty() && !file["typeAbbrev"]) return;
    html.text(" ").open("span", {{"class", "kind file-parts"}});
    if (!parts.empty()) html.text("Contains: " + parts + " ");
    if (file["typeAbbrev"]) html.element("code", text_of(file["typeAbbrev"]), {{"class", "code"}});
    html.close("span");
}

void documents(Html& html, const StudyView& study) {
    const study::Value files = study.documents["largeDocs"];
    if (files.size() == 0) return;
    const schema::Node& node = node_at("documentSection.largeDocumentModule.largeDocs");
    heading(html, 3, "Documents of the study");
    plain_table(html, node, files,
                {.hidden = nullptr,
                 .skip = kDocumentNames,
                 .head_label = "Document",
                 .in_head = kInDocumentHead,
                 .head = [&](study::Value file) { document_head(html, study, file); }});
    constexpr auto kKnown = [](const schema::Node& structure) {
        std::vector<std::string_view> names;
        for (const schema::Node& field : schema::children(structure)) names.push_back(field.name);
        return names;
    };
    const std::vector<std::string_view> known = kKnown(node);
    for (const study::Value file : files) fact_list(html, node, file, {.skip = known});
}

} // namespace

void papers_section(Html& html, const StudyView& study) {
    const study::Value references = study.references["references"];
    for (const std::string_view type : types_in_order(references)) papers_of_type(html, references, type);
    web_links(html, study.references["seeAlsoLinks"]);
    documents(html, study);
}

} // namespace trialdex::web
