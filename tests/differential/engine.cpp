#include "differential/engine.h"

#include "index/index.h"
#include "search/language/parse.h"
#include "text/vocabulary_folder.h"

#include <stdexcept>

namespace trialdex::differential {

namespace {

search::Scope scope_of(const std::string& area) {
    return area.empty() ? search::Scope{} : search::Scope{search::find_area(area), nullptr};
}

} // namespace

Engine::Engine(const std::vector<std::string>& records, const std::vector<std::string>& vocabularies) {
    registry_.add(records);
    for (const std::string& file : vocabularies) {
        const auto added = text::add_vocabulary(text::vocabulary_folder(registry_.folder()), file);
        if (!added) throw std::runtime_error(added.error().message);
    }
    if (const auto built = index::build(registry_.folder(), registry_.store(), {}); !built) {
        throw std::runtime_error(built.error().message);
    }
    auto opened = search::open_index(registry_.folder(), registry_.store());
    if (!opened) throw std::runtime_error(opened.error().message);
    index_ = std::move(*opened);
    searcher_ = index_->current();
    if (!searcher_) throw std::runtime_error("no index after building one");
}

search::Query Engine::query(const Question& question) {
    search::Query query;
    for (const std::string& clause : question.clauses) {
        auto parsed = search::parse(clause, scope_of(question.area));
        if (!parsed) throw std::runtime_error(clause + ": " + parsed.error().detail);
        query.clauses.push_back({std::move(*parsed), true});
    }
    for (const oracle::Choice& choice : question.choices) query.choices.push_back({choice.facet, choice.keys});
    query.only_ids = question.only_ids;
    query.synonyms = question.synonyms;
    query.sort = {{search::SortItem::By::Id, nullptr, true}};
    return query;
}

Result<std::vector<study::NctId>> Engine::all_pages(search::Query query, std::uint32_t page_size) const {
    std::vector<study::NctId> ids;
    query.limit = page_size;
    for (query.offset = 0;; query.offset += page_size) {
        const auto page = searcher_->search(query);
        if (!page) return tl::unexpected(page.error());
        for (const search::Hit& hit : page->hits) ids.push_back(hit.id);
        if (page->hits.size() < page_size) break;
    }
    return ids;
}

} // namespace trialdex::differential
