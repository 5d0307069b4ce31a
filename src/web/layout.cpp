// The page shell: head, skip link, site header with the search box, banners, and the footer that names the source.
#include "study/partial_date.h"
#include "web/assets.h"
#include "web/components/calculated.h"
#include "web/components/date_line.h"
#include "web/components/value.h"
#include "web/page.h"

namespace trialdex::web {

namespace {

constexpr int kOldDataDays = 30;
constexpr Literal kSiteName = "trialdex";
constexpr std::string_view kFirstSheet = "site.css"; // holds the tokens; any other sheet of assets/ follows

void style_sheet(Html& html, std::string_view url) { html.empty("link", {{"rel", "stylesheet"}, {"href", url}}); }

void head_element(Html& html, const PageHead& head) {
    html.open("head").empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.open("title").text(head.title).text(head.title.empty() ? "" : " · ").text(kSiteName.view()).close("title");
    if (!head.description.empty()) html.empty("meta", {{"name", "description"}, {"content", head.description}});
    if (!head.canonical.empty()) html.empty("link", {{"rel", "canonical"}, {"href", head.canonical}});
    if (!head.is_listed) html.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
    html.empty("link", {{"rel", "icon"}, {"href", asset_url("favicon.svg")}, {"type", "image/svg+xml"}});
    style_sheet(html, asset_url(kFirstSheet));
    for (const Asset& asset : assets()) {
        if (asset.name.ends_with(".css") && asset.name != kFirstSheet) style_sheet(html, asset.url);
    }
    for (const std::string_view script : head.scripts) {
        html.open("script", {{"type", "module"}, {"src", asset_url(script)}}).close("script");
    }
    html.close("head");
}

void site_header(Html& html) {
    html.link("#content", "Skip to the content", {{"class", "skip"}});
    html.open("header", {{"class", "site-header"}}).open("div", {{"class", "bar"}});
    html.link("/", kSiteName.view(), {{"class", "site-name"}});
    html.open("nav", {{"aria-label", "Site"}}).link("/", "Home");
    html.link("/search", "Search").link("/modules", "Modules").close("nav");
    html.open("form", {{"class", "header-search"},
                       {"action", "/search"},
                       {"method", "get"},
                       {"role", "search"},
                       {"aria-label", "Search from any page"}});
    html.element("label", "Words or study number", {{"for", "header-search"}});
    html.empty(
        "input",
        {{"id", "header-search"}, {"name", "q"}, {"type", "search"}, {"autocomplete", "off"}, {"spellcheck", "false"}});
    html.element("button", "Search", {{"type", "submit"}});
    html.close("form").close("div").close("header");
}

void banners(Html& html, const PageContext& context, const PageHead& head) {
    if (context.summary.invented) {
        html.open("aside", {{"class", "banner banner-invented"}, {"aria-label", "About these studies"}}).open("p");
        html.element("strong", "Invented studies.");
        html.text(" Nothing in this registry is real: the studies were made up to try out the program.");
        html.close("p").close("aside");
        return; // what was made up does not grow old
    }
    const std::string& data_date = head.data_date.empty() ? context.summary.newest_version_holder : head.data_date;
    const auto age = age_in_days(data_date, context.now);
    if (!age || *age <= kOldDataDays) return;
    html.open("aside", {{"class", "banner banner-old"}, {"aria-label", "Age of the data"}}).open("p");
    html.element("strong", "Old data.").text(" What you see is from ");
    date(html, data_date);
    html.text(", ");
    calculated(html, grouped(static_cast<std::uint64_t>(*age)), "from the day of the data to today");
    html.text(" days ago. Much may have changed since: see the ");
    html.external_link(head.official_record.empty() ? kOfficialRegistry : std::string_view(head.official_record),
                       head.official_record.empty() ? "official registry" : "official record");
    html.text(".").close("p").close("aside");
}

void site_footer(Html& html, const PageContext& context, const PageHead& head) {
    html.open("footer", {{"class", "site-footer"}}).open("div", {{"class", "bar"}}).open("p");
    html.text("Source: ");
    html.external_link(kOfficialRegistry, "ClinicalTrials.gov");
    html.text(", U.S. National Library of Medicine. ");
    const std::string& data_date = head.data_date.empty() ? context.summary.newest_version_holder : head.data_date;
    if (data_date.empty()) {
        html.text("The day of the data is not in the records.");
    } else {
        html.text("Data of ");
        date(html, data_date);
        html.text(".");
    }
    html.close("p").open("p").text("This is not the official registry. ");
    if (!head.official_record.empty()) {
        html.text("The official record of this study is at ");
        html.external_link(head.official_record, head.official_record);
        html.text(". ");
    }
    html.text("Nothing here is medical advice.").close("p").close("div").close("footer");
}

// Every <details> is ours: a record's text has no "<" that is not escaped.
std::string opened(std::string_view page) {
    constexpr std::string_view kClosed = "<details";
    std::string out;
    out.reserve(page.size() + page.size() / 16);
    std::size_t from = 0;
    for (std::size_t at = page.find(kClosed); at != std::string_view::npos; at = page.find(kClosed, from)) {
        const std::string_view tag = page.substr(at, page.find('>', at) - at);
        out.append(page, from, at + kClosed.size() - from);
        if (tag.find(" open") == std::string_view::npos) out += " open";
        from = at + kClosed.size();
    }
    return out.append(page, from);
}

} // namespace

api::Response page_response(const PageContext& context, const PageHead& head, const Html& main, int status) {
    Html before;
    before.markup("<!doctype html>").open("html", {{"lang", "en"}});
    head_element(before, head);
    before.open("body");
    site_header(before);
    banners(before, context, head);
    before.open("main", {{"id", "content"}, {"class", head.main_class.view()}});
    Html after;
    after.close("main");
    site_footer(after, context, head);
    after.close("body").close("html");
    api::Response response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    response.body.reserve(before.size() + main.size() + after.size());
    response.body.append(before.str()).append(main.str()).append(after.str());
    if (head.is_opened) response.body = opened(response.body);
    return response;
}

api::Response redirect(const api::Request& request, const std::string& path, int status) {
    api::Response response;
    response.status = status;
    response.location = path;
    const std::size_t question = request.raw_target.find('?');
    if (question != std::string::npos) response.location += request.raw_target.substr(question);
    response.body = "See " + response.location + "\n";
    return response;
}

} // namespace trialdex::web
