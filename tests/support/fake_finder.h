// A finder of related trials that answers what a test tells it, and remembers what it was asked.
#pragma once

#include "related/related.h"

#include <memory>
#include <vector>

namespace trialdex::support {

class FakeFinder : public related::Finder {
public:
    Result<related::Answer> answer = related::Answer{};
    mutable std::vector<related::Question> asked;

    Result<related::Answer> find(const related::Question& question) const override {
        asked.push_back(question);
        return answer;
    }
};

class FakeLiveFinder : public related::LiveFinder {
public:
    std::shared_ptr<FakeFinder> finder = std::make_shared<FakeFinder>();
    std::shared_ptr<const related::Finder> current() const override { return finder; }
};

} // namespace trialdex::support
