// The tree is built in one walk of simdjson's On-Demand parser, which validates what it visits: everything. Nodes lie
// in the order written, each knows where its next sibling is, and texts without escapes are slices of the record
// itself.
#include "study/json.h"

#include "study/json_builder.h"

#include <charconv>
#include <cmath>

namespace trialdex::study {

JsonKind Value::kind() const { return document_ == nullptr ? JsonKind::Absent : document_->tree_->nodes[node_].kind; }

std::string_view Value::key() const {
    return document_ == nullptr ? std::string_view() : document_->tree_->view(document_->tree_->nodes[node_].key);
}

std::string_view Value::text() const {
    if (document_ == nullptr) return {};
    const JsonNode& node = document_->tree_->nodes[node_];
    if (node.kind == JsonKind::Array || node.kind == JsonKind::Object) return {};
    return document_->tree_->view(node.text);
}

std::string_view Value::raw() const {
    return document_ == nullptr ? std::string_view() : document_->tree_->view(document_->tree_->nodes[node_].raw);
}

std::optional<bool> Value::boolean() const {
    if (kind() != JsonKind::Boolean) return std::nullopt;
    return text() == "true";
}

std::optional<std::int64_t> Value::integer() const {
    if (kind() != JsonKind::Number) return std::nullopt;
    const std::string_view digits = text();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc() && end == digits.data() + digits.size()) return value;
    const auto real = number();
    if (!real || std::abs(*real) > 9e15 || *real != std::floor(*real)) return std::nullopt;
    return static_cast<std::int64_t>(*real);
}

std::optional<double> Value::number() const {
    if (kind() != JsonKind::Number) return std::nullopt;
    const std::string_view digits = text();
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::size_t Value::size() const { return document_ == nullptr ? 0 : document_->tree_->nodes[node_].children; }

Value Value::operator[](std::string_view name) const {
    if (kind() != JsonKind::Object) return {};
    const Document::Tree& tree = *document_->tree_;
    const JsonNode* const nodes = tree.nodes.data();
    const std::uint32_t end = nodes[node_].next;
    for (std::uint32_t member = node_ + 1; member != end; member = nodes[member].next) {
        const Slice key = nodes[member].key;
        if (key.length == name.size() && tree.view(key) == name) return {document_, member};
    }
    return {};
}

Value Value::at(std::size_t index) const {
    if (kind() != JsonKind::Array || index >= size()) return {};
    Iterator at = begin();
    for (; index > 0; --index) ++at;
    return *at;
}

Value::Iterator& Value::Iterator::operator++() {
    node_ = document_->tree_->nodes[node_].next;
    return *this;
}

// Children follow their parent directly; the last child's `next` is the parent's, so the end is the parent's `next`.
Value::Iterator Value::begin() const {
    if (document_ == nullptr) return {nullptr, 0};
    return {document_, size() == 0 ? document_->tree_->nodes[node_].next : node_ + 1};
}

Value::Iterator Value::end() const {
    if (document_ == nullptr) return {nullptr, 0};
    return {document_, document_->tree_->nodes[node_].next};
}

Result<Document> Document::parse(std::string text) {
    auto tree = std::make_unique<Tree>();
    tree->text = std::move(text);
    if (auto built = build_json_tree(*tree); !built) return tl::unexpected(built.error());
    return Document(std::move(tree));
}

Document::Document(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Value Document::root() const { return {this, 0}; }
const std::string& Document::text() const { return tree_->text; }

} // namespace trialdex::study
