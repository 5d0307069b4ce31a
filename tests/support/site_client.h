// Asks a site for pages as a browser would, and looks at what it gets: links, ids, visible text.
#pragma once

#include "web/site.h"

#include <string>
#include <string_view>
#include <vector>

namespace trialdex::support {

inline std::string percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

inline api::Request request_for(const std::string& target) {
    api::Request request;
    request.method = "GET";
    request.raw_target = target;
    const std::size_t question = target.find('?');
    request.path = percent_decoded(target.substr(0, question), false);
    std::string_view query =
        question == std::string::npos ? std::string_view() : std::string_view(target).substr(question + 1);
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        const std::size_t equals = pair.find('=');
        request.query.emplace_back(percent_decoded(pair.substr(0, equals), true),
                                   equals == std::string_view::npos ? ""
                                                                    : percent_decoded(pair.substr(equals + 1), true));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
    }
    return request;
}

inline api::Response get(const web::Site& site, const std::string& target) { return site.handle(request_for(target)); }

inline std::string unescaped(std::string_view html) {
    std::string out;
    constexpr std::pair<std::string_view, char> kEntities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    for (std::size_t i = 0; i < html.size(); ++i) {
        char c = html[i];
        for (const auto& [entity, meaning] : kEntities) {
            if (html.substr(i).starts_with(entity)) {
                c = meaning;
                i += entity.size() - 1;
                break;
            }
        }
        out += c;
    }
    return out;
}

// The values of all attributes `name` ("href", "id").
inline std::vector<std::string> attributes(std::string_view html, std::string_view name) {
    std::vector<std::string> values;
    const std::string opening = ' ' + std::string(name) + "=\"";
    for (std::size_t at = html.find(opening); at != std::string_view::npos; at = html.find(opening, at)) {
        at += opening.size();
        values.push_back(unescaped(html.substr(at, html.find('"', at) - at)));
    }
    return values;
}

// What a reader sees: no markup, no raw JSON, white space as single spaces.
inline std::string visible_text(std::string_view html) {
    std::string text;
    for (std::size_t i = 0; i < html.size(); ++i) {
        if (html.substr(i).starts_with("<pre")) i = html.find("</pre>", i);
        if (html.substr(i).starts_with("<head>")) i = html.find("</head>", i);
        if (html[i] == '<') {
            i = html.find('>', i);
            if (!text.empty() && text.back() != ' ') text += ' ';
        } else {
            const bool is_space = html[i] == '\n' || html[i] == ' ';
            if (!is_space || (!text.empty() && text.back() != ' ')) text += is_space ? ' ' : html[i];
        }
    }
    return unescaped(text);
}

} // namespace trialdex::support
