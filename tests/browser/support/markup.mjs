// Reads the site's own HTML strictly: what a browser would silently mend is a problem here.
const voids = new Set(['meta', 'link', 'input', 'br', 'hr', 'img', 'wbr', 'col']);
const known = new Set(('html head title body header footer main nav section article aside div span p a ul ol li dl dt dd h1 h2 h3 h4 '
    + 'h5 h6 table caption colgroup thead tbody tfoot tr th td form label input button details summary meter textarea bdi strong em b i sub sup '
    + 'code pre blockquote time abbr small mark figure figcaption br hr wbr meta link script svg path circle rect line text g '
    + 'select option fieldset legend use title desc polyline polygon data del ins s kbd q cite dfn address hgroup search').split(' '));
const references = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const decoded = (text) => text.replace(/&(#\d+|#x[0-9a-f]+|[a-z]+);/gi, (whole, name) => {
    if (name[0] !== '#') return references[name] ?? whole;
    return String.fromCodePoint(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
});

function readAttributes(text, problems) {
    const attributes = {};
    const rest = text.replace(/\s+([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g, (_, name, value = '') => {
        if (name in attributes) problems.push(`attribute ${name} twice`);
        if (/^on/i.test(name) || name === 'style') problems.push(`attribute ${name}, which the security policy forbids`);
        attributes[name] = decoded(value);
        return '';
    });
    if (rest.trim() !== '' && rest.trim() !== '/') problems.push(`tag with stray text: ${rest.trim().slice(0, 60)}`);
    return attributes;
}

// { root, problems }: elements are { tag, attributes, children, parent }, text is a string among the children.
export function readMarkup(html) {
    const root = { tag: '#root', attributes: {}, children: [], parent: null };
    const problems = [];
    let open = root;
    let at = 0;
    for (const found of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>|<!doctype html>|<!--[\s\S]*?-->/gi)) {
        const text = html.slice(at, found.index);
        at = found.index + found[0].length;
        if (text) {
            if (text.includes('<')) problems.push(`unescaped text: ${text.slice(Math.max(0, text.indexOf('<') - 30)).slice(0, 80)}`);
            open.children.push(decoded(text));
        }
        if (!found[2]) continue;
        const tag = found[2].toLowerCase();
        if (!known.has(tag)) problems.push(`element <${tag}>, which no page of ours has`);
        if (found[1]) {
            if (open.tag !== tag) problems.push(`</${tag}> closes <${open.tag}>`);
            else open = open.parent;
            continue;
        }
        const element = { tag, attributes: readAttributes(found[3], problems), children: [], parent: open };
        open.children.push(element);
        if (!voids.has(tag) && !found[3].endsWith('/')) open = element;
    }
    if (open !== root) problems.push(`<${open.tag}> is not closed`);
    return { root, problems };
}

export function* elements(node) {
    for (const child of node.children) {
        if (typeof child === 'string') continue;
        yield child;
        yield* elements(child);
    }
}

export const textOf = (node) =>
    typeof node === 'string' ? node : node.children.map(textOf).join('');

// What names an element for somebody who cannot see it.
export const nameOf = (element) => (element.attributes['aria-label'] ?? textOf(element)).trim();
