#include "web/pages/module_page/analysis_words.h"

#include "results/outcomes.h"
#include "web/components/entities.h"
#include "web/pages/results/analysis_list.h"

namespace trialdex::web::nodes {

std::string analysis_in_words(study::Value analysis) {
    const results::Analysis read = results::read_analysis(analysis, {});
    std::string words = analysis_sentence(read);
    const std::string method = decode_entities(read.method);
    if (read.estimate_kind.empty() && read.estimate.empty() && !read.has_interval() && !method.empty()) {
        words = method + (words.empty() ? "" : ", ") + words;
    }
    return words.empty() ? "An analysis told in words only." : words;
}

} // namespace trialdex::web::nodes
