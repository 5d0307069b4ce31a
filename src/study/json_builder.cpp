#include "study/json_builder.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#define SIMDJSON_EXCEPTIONS 0 // a result that is not looked at does not compile
#include <simdjson.h>

namespace trialdex::study {

namespace {

namespace od = simdjson::ondemand;

// Objects with at most this many members are checked for repeated names pair by pair; larger ones by sorting.
constexpr std::size_t kSmallObject = 16;

class Builder {
public:
    explicit Builder(Document::Tree& tree) : tree_(tree) {}

    Result<void> run() {
        if (tree_.text.size() > std::numeric_limits<std::int32_t>::max()) {
            return fail(ErrorCode::TooLarge, "a JSON text of 2 GB or more");
        }
        tree_.text.reserve(tree_.text.size() + simdjson::SIMDJSON_PADDING);
        tree_.nodes.reserve(tree_.text.size() / 24 + 8);
        auto document = parser_.iterate(tree_.text.data(), tree_.text.size(), tree_.text.capacity());
        if (document.error()) return invalid(document.error());
        od::value root;
        // A bare scalar is valid JSON but never a record, and On-Demand gives no value for it.
        if (const auto error = document.get_value().get(root)) {
            return error == simdjson::SCALAR_DOCUMENT_AS_VALUE
                       ? fail(ErrorCode::InvalidInput, "not a JSON object or array but a bare value")
                       : invalid(error);
        }
        if (auto walked = walk(root, {}, 0); !walked) return walked;
        if (document.current_location().error() == simdjson::SUCCESS) {
            return fail(ErrorCode::InvalidInput, "not valid JSON: something follows after the value's end");
        }
        return {};
    }

private:
    Result<void> invalid(simdjson::error_code error) {
        return fail(ErrorCode::InvalidInput, fmt::format("not valid JSON: {}", reason(error)));
    }

    // simdjson's own wording speaks to programmers; the frequent causes get a sentence for the person with the file.
    static std::string reason(simdjson::error_code error) {
        switch (error) {
        case simdjson::UTF8_ERROR: return "it holds bytes that are not UTF-8";
        case simdjson::UNCLOSED_STRING: return "a text in quotes does not end";
        case simdjson::UNESCAPED_CHARS: return "a text holds a control character";
        case simdjson::EMPTY: return "it is empty";
        case simdjson::NUMBER_ERROR: return "a number is malformed or out of range";
        case simdjson::STRING_ERROR: return "a text holds a wrong escape";
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return "it breaks off before its end";
        case simdjson::TAPE_ERROR: return "a bracket, comma, colon or value is missing or misplaced";
        default: return simdjson::error_message(error);
        }
    }

    std::uint32_t position(const char* at) const { return static_cast<std::uint32_t>(at - tree_.text.data()); }

    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    // The token that starts at `token`, without the white space up to the next one.
    Slice trimmed(std::string_view token) const {
        while (!token.empty() && is_space(token.back())) token.remove_suffix(1);
        return {position(token.data()), static_cast<std::uint32_t>(token.size()) & 0x7fffffffU, 0};
    }

    Slice keep(std::string_view unescaped) {
        const Slice slice{static_cast<std::uint32_t>(tree_.unescaped.size()),
                          static_cast<std::uint32_t>(unescaped.size()) & 0x7fffffffU, 1};
        tree_.unescaped += unescaped;
        return slice;
    }

    Result<void> walk(od::value& value, Slice key, int depth) {
        if (depth > kMaxJsonDepth) {
            return fail(ErrorCode::InvalidInput, fmt::format("nested more than {} levels deep", kMaxJsonDepth));
        }
        od::json_type type;
        if (const auto error = value.type().get(type)) return invalid(error);
        const std::size_t index = tree_.nodes.size();
        tree_.nodes.emplace_back().key = key;
        Result<void> walked;
        switch (type) {
        case od::json_type::object: walked = walk_object(value, index, depth); break;
        case od::json_type::array: walked = walk_array(value, index, depth); break;
        case od::json_type::string: walked = walk_string(value, index); break;
        default: walked = walk_scalar(value, type, index);
        }
        tree_.nodes[index].next = static_cast<std::uint32_t>(tree_.nodes.size());
        return walked;
    }

    Result<void> walk_object(od::value& value, std::size_t index, int depth) {
        const std::uint32_t begin = position(value.raw_json_token().data());
        od::object object;
        if (const auto error = value.get_object().get(object)) return invalid(error);
        std::uint32_t members = 0;
        for (auto item : object) {
            od::field field;
            if (const auto error = std::move(item).get(field)) return invalid(error);
            std::string_view name;
            const od::raw_json_string raw_name = field.key();
            if (const auto error = field.unescaped_key().get(name)) return invalid(error);
            const std::uint32_t at = position(raw_name.raw());
            const bool plain =
                std::string_view(tree_.text).substr(at, name.size()) == name && tree_.text[at + name.size()] == '"';
            const Slice key = plain ? Slice{at, static_cast<std::uint32_t>(name.size()) & 0x7fffffffU, 0} : keep(name);
            // By reference: a copy is read before its parts have been written, and waiting for them was an eighth of
            // the walk.
            if (auto walked = walk(field.value(), key, depth + 1); !walked) return walked;
            ++members;
        }
        return finish(index, begin, members, JsonKind::Object, '}');
    }

    Result<void> walk_array(od::value& value, std::size_t index, int depth) {
        const std::uint32_t begin = position(value.raw_json_token().data());
        od::array array;
        if (const auto error = value.get_array().get(array)) return invalid(error);
        std::uint32_t elements = 0;
        for (auto item : array) {
            od::value element;
            if (const auto error = std::move(item).get(element)) return invalid(error);
            if (auto walked = walk(element, {}, depth + 1); !walked) return walked;
            ++elements;
        }
        return finish(index, begin, elements, JsonKind::Array, ']');
    }

    // The closing bracket is the first one after the last child's end: only white space lies between.
    Result<void> finish(std::size_t index, std::uint32_t begin, std::uint32_t children, JsonKind kind, char bracket) {
        std::uint32_t end = begin + 1;
        if (children != 0) {
            const Slice last = tree_.nodes[last_child_].raw;
            end = last.begin + last.length;
        }
        const std::size_t close = tree_.text.find(bracket, end);
        if (close == std::string::npos) return invalid(simdjson::INCOMPLETE_ARRAY_OR_OBJECT);
        JsonNode& node = tree_.nodes[index];
        node.kind = kind;
        node.children = children;
        node.raw = {begin, (static_cast<std::uint32_t>(close) + 1 - begin) & 0x7fffffffU, 0};
        last_child_ = index;
        return kind == JsonKind::Object ? check_names(index) : Result<void>();
    }

    Result<void> walk_string(od::value& value, std::size_t index) {
        const Slice raw = trimmed(value.raw_json_token());
        std::string_view text;
        if (const auto error = value.get_string().get(text)) return invalid(error);
        JsonNode& node = tree_.nodes[index];
        node.kind = JsonKind::String;
        // Escapes always shorten, so equal length means a text without any.
        const bool plain = raw.length == text.size() + 2;
        node.text = plain ? Slice{raw.begin + 1, (raw.length - 2U) & 0x7fffffffU, 0} : keep(text);
        node.raw = raw;
        last_child_ = index;
        return {};
    }

    Result<void> walk_scalar(od::value& value, od::json_type type, std::size_t index) {
        const Slice raw = trimmed(value.raw_json_token());
        JsonKind kind = JsonKind::Number;
        simdjson::error_code error = simdjson::SUCCESS;
        if (type == od::json_type::boolean) {
            kind = JsonKind::Boolean;
            error = value.get_bool().error();
        } else if (type == od::json_type::null) {
            kind = JsonKind::Null;
            bool is_null = false;
            error = value.is_null().get(is_null);
            if (!error && !is_null) error = simdjson::N_ATOM_ERROR;
        } else {
            error = value.get_double().error();
        }
        if (error) return invalid(error);
        JsonNode& node = tree_.nodes[index];
        node.kind = kind;
        node.text = node.raw = raw;
        last_child_ = index;
        return {};
    }

    Result<void> check_names(std::size_t index) {
        names_.clear();
        const std::size_t children = tree_.nodes[index].children;
        std::size_t child = index + 1;
        for (std::size_t i = 0; i < children; ++i, child = tree_.nodes[child].next) {
            names_.push_back(tree_.view(tree_.nodes[child].key));
        }
        bool repeated = false;
        if (children <= kSmallObject) {
            for (std::size_t i = 1; i < children && !repeated; ++i) {
                repeated = std::find(names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(i), names_[i]) !=
                           names_.begin() + static_cast<std::ptrdiff_t>(i);
            }
        } else {
            std::sort(names_.begin(), names_.end());
            repeated = std::adjacent_find(names_.begin(), names_.end()) != names_.end();
        }
        if (repeated) return fail(ErrorCode::InvalidInput, "an object names the same member twice");
        return {};
    }

    Document::Tree& tree_;
    od::parser parser_;
    std::size_t last_child_ = 0;
    std::vector<std::string_view> names_;
};

} // namespace

namespace {

// simdjson's pick for the newest processors (icelake) minifies at 350 MB/s where the one before (haswell) does 2,600.
const simdjson::implementation& minifier() {
    const simdjson::implementation* haswell = simdjson::get_available_implementations()["haswell"];
    const bool usable = haswell != nullptr && haswell->supported_by_runtime_system();
    return usable ? *haswell : *simdjson::get_active_implementation();
}

} // namespace

std::string minified(std::string_view text) {
    std::string out(text.size() + simdjson::SIMDJSON_PADDING, '\0');
    std::size_t length = 0;
    // Fails on an unclosed string only, which valid JSON has not.
    const auto* in = reinterpret_cast<const std::uint8_t*>(text.data());
    auto* to = reinterpret_cast<std::uint8_t*>(out.data());
    if (minifier().minify(in, text.size(), to, length) != simdjson::SUCCESS) return std::string(text);
    out.resize(length);
    return out;
}

Result<void> build_json_tree(Document::Tree& tree) { return Builder(tree).run(); }

} // namespace trialdex::study
