// A handful of written records to ask the oracle about.
#pragma once

#include "oracle/query.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace trialdex::oracle {

class Shelf {
public:
    explicit Shelf(text::Synonyms synonyms = {}) : synonyms_(std::move(synonyms)) {}

    // `modules` is the inside of protocolSection but for the number; `rest` what follows protocolSection.
    void add(std::uint32_t number, const std::string& modules, const std::string& rest = "") {
        const std::string id = study::NctId(number).text();
        add_record(R"({"protocolSection":{"identificationModule":{"nctId":")" + id + R"("},)" + modules + "}" +
                   (rest.empty() ? "" : "," + rest) + "}");
    }

    void add_record(const std::string& json) {
        const auto document = study::Document::parse(json);
        if (!document) throw std::runtime_error(document.error().message);
        studies_.push_back(take_apart(document->root(), lexicon_));
    }

    Tree tree(const std::string& expression, const std::string& area = "BasicSearch", bool use_synonyms = true) {
        auto read = read_expression(expression, {area_named(area), nullptr});
        if (!read) throw std::runtime_error(expression + ": " + read.error());
        prepare(*read, lexicon_, synonyms_, use_synonyms);
        return std::move(*read);
    }

    Registry registry() { return Registry(studies_, lexicon_, synonyms_); }

    // The numbers of the studies that match.
    std::vector<std::uint32_t> ask(const std::string& expression, const std::string& area = "BasicSearch",
                                   bool use_synonyms = true) {
        const Tree asked = tree(expression, area, use_synonyms);
        std::vector<std::uint32_t> numbers;
        for (const Study& study : studies_) {
            if (holds(asked, study)) numbers.push_back(study.id.number());
        }
        return numbers;
    }

private:
    text::Synonyms synonyms_;
    Lexicon lexicon_;
    std::vector<Study> studies_;
};

using Numbers = std::vector<std::uint32_t>;

inline bool is_expression(const std::string& text) {
    return read_expression(text, {area_named("BasicSearch"), nullptr}).has_value();
}

} // namespace trialdex::oracle
