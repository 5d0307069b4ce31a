#include "web/pages/results/analysis_list.h"

#include "results/number_text.h"
#include "web/components/entities.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/results/outcome_chart.h"
#include "web/pages/study/parts.h"

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenAnalyses = 8; // the longest real outcome has 100

// "95% confidence interval 0.50 to 0.77"
std::string interval_in_words(const results::Analysis& analysis) {
    if (!analysis.has_interval()) return {};
    std::string words = analysis.interval_sides == "ONE_SIDED" ? "one-sided " : "";
    const std::string level = decode_entities(analysis.interval_percent);
    words += level.empty() ? "confidence interval " : level + "% confidence interval ";
    const std::string low = decode_entities(analysis.lower);
    const std::string high = decode_entities(analysis.upper);
    if (low.empty()) return words + "up to " + high;
    if (high.empty()) return words + "from " + low;
    return words + low + " to " + high;
}

void in_the_sponsors_words(Html& html, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    fact(html, label, [&] { markup(html, text); });
}

void plain_fact(Html& html, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    fact(html, label, [&] { plain_text(html, text); });
}

// The registry asks for a comment on non-inferiority; sponsors remark there on tests of superiority, too.
std::string_view hypothesis_comment_label(std::string_view hypothesis) {
    const bool is_of_margin =
        hypothesis.empty() || hypothesis.starts_with("NON_INFERIORITY") || hypothesis.starts_with("EQUIVALENCE");
    return is_of_margin ? "On non-inferiority or equivalence" : "On what was to be shown";
}

void facts(Html& html, const results::Analysis& analysis) {
    open_facts(html);
    plain_fact(html, "Method", analysis.method);
    in_the_sponsors_words(html, "On the method", analysis.method_comment);
    if (!analysis.hypothesis.empty()) {
        fact(html, "What was to be shown",
             [&] { explained(html, "NonInferiorityType", analysis.value["nonInferiorityType"]); });
    }
    if (const study::Value tested = analysis.value["testedNonInferiority"]) {
        fact(html, "Tested for non-inferiority or equivalence", [&] { boolean(html, tested); });
    }
    in_the_sponsors_words(html, hypothesis_comment_label(analysis.hypothesis), analysis.hypothesis_comment);
    in_the_sponsors_words(html, "On the p-value", analysis.p_value_comment);
    if (!analysis.dispersion_value.empty()) {
        fact(html,
             words_of("AnalysisDispersionType", analysis.value["dispersionType"]).empty()
                 ? std::string("Spread")
                 : words_of("AnalysisDispersionType", analysis.value["dispersionType"]),
             [&] { plain_text(html, analysis.dispersion_value); });
    }
    in_the_sponsors_words(html, "On the estimate", analysis.estimate_comment);
    in_the_sponsors_words(html, "On the lower limit", analysis.lower_comment);
    in_the_sponsors_words(html, "On the upper limit", analysis.upper_comment);
    in_the_sponsors_words(html, "On the groups", analysis.group_description);
    in_the_sponsors_words(html, "In the sponsor’s words", analysis.other_description);
    close_facts(html);
}

void one(Html& html, const StudyAddress& address, const results::Outcome& outcome, std::size_t index) {
    const results::Analysis& analysis = outcome.analyses[index];
    html.open("article", {{"class", "analysis"}, {"id", "analysis-" + std::to_string(index + 1)}}).open("h3");
    html.link(address.node(analysis.path), "Analysis " + std::to_string(index + 1));
    const std::string groups = compared_groups(outcome, analysis);
    if (!groups.empty()) html.text(": " + groups);
    html.close("h3");
    const std::string sentence = analysis_sentence(analysis);
    html.element("p", sentence.empty() ? "The record tells this analysis in words only." : sentence,
                 {{"class", "analysis-sentence"}});
    facts(html, analysis);
    html.close("article");
}

} // namespace

std::string analysis_sentence(const results::Analysis& analysis) {
    std::string words = decode_entities(analysis.estimate_kind);
    const std::string estimate = decode_entities(analysis.estimate);
    if (!estimate.empty()) words += (words.empty() ? "Estimate " : " ") + estimate;
    const std::string interval = interval_in_words(analysis);
    if (!interval.empty()) words += words.empty() ? interval : " (" + interval + ")";
    const std::string p = p_value_in_words(analysis.p_value);
    if (!p.empty()) words += (words.empty() ? "" : ", ") + p;
    return words;
}

std::string compared_groups(const results::Outcome& outcome, const results::Analysis& analysis) {
    std::string words;
    for (std::size_t i = 0; i < analysis.group_ids.size(); ++i) {
        const results::Group* group = outcome.measure.groups.find(analysis.group_ids[i]);
        if (i > 0) words += i + 1 == analysis.group_ids.size() ? " and " : ", ";
        words += decode_entities(group ? group->name() : analysis.group_ids[i]);
    }
    return words;
}

std::string estimate_in_words(const results::Analysis& analysis) {
    std::string words = decode_entities(analysis.estimate);
    if (!analysis.has_interval()) return words;
    const std::string low = decode_entities(analysis.lower);
    const std::string high = decode_entities(analysis.upper);
    if (low.empty()) return words + " (up to " + high + ")";
    if (high.empty()) return words + " (from " + low + ")";
    return words + " (" + low + " to " + high + ")";
}

std::string p_value_in_words(std::string_view written) {
    std::string value = decode_entities(written);
    if (value.empty()) return {};
    if (value[0] == 'p' || value[0] == 'P') return value; // "p<0.001"
    const bool is_bare = value[0] == '.' || value[0] == '-' || (value[0] >= '0' && value[0] <= '9');
    return (is_bare ? "p\u00a0=\u00a0" : "p\u00a0") + value;
}

void analysis_list(Html& html, const StudyAddress& address, const results::Outcome& outcome) {
    for (const DotChart& chart : forest_charts(outcome)) dot_chart(html, chart);
    for (std::size_t i = 0; i < outcome.analyses.size(); ++i) {
        if (i == kOpenAnalyses) {
            html.open("details").element("summary", "Show the other " +
                                                        counted(outcome.analyses.size() - i, "analysis", "analyses"));
        }
        one(html, address, outcome, i);
    }
    if (outcome.analyses.size() > kOpenAnalyses) html.close("details");
}

} // namespace trialdex::web
