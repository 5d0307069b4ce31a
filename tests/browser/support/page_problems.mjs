// What must not be on any page: labels without words, words that stand for nothing, texts that became markup.
import { elements, nameOf, readMarkup, textOf } from './markup.mjs';
import { stringsOf } from './record.mjs';

const mustBeNamed = new Set(['dt', 'th', 'label', 'summary', 'button', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'legend', 'title', 'a']);
const mustBeFilled = new Set(['dd', 'td', 'li', 'p']);
const notAWord = new Set(['None', 'null', 'undefined', 'NaN', '-', '–', '—', '[]', '{}', '[object Object]']);

// A table's first corner may be empty: nothing stands for both its rows and its columns.
const isCorner = (element) => element.tag === 'td' && element.parent.children[0] === element && element.parent.parent.tag === 'thead';

// { root: of the page, problems: sentences, ids: of its elements }
export function problemsOf(html, wordsOfRecord) {
    const { root, problems } = readMarkup(html);
    const visit = (element) => {
        if (element.tag === 'pre' || element.tag === 'script') return; // raw JSON stands as it is
        if (mustBeNamed.has(element.tag) && nameOf(element) === '') problems.push(`<${element.tag}> without a name`);
        if (mustBeFilled.has(element.tag) && textOf(element).trim() === '' && !isCorner(element)) problems.push(`<${element.tag}> without text`);
        const words = textOf(element).trim();
        if (notAWord.has(words) && !wordsOfRecord.has(words)) problems.push(`<${element.tag}> says ${words}`);
        for (const child of element.children) {
            if (typeof child !== 'string') { visit(child); continue; }
            const escape = child.match(/.{0,20}\\[<>[\]*~^&].{0,20}|.{0,20}&(?:lt|gt|amp|quot|#\d+);.{0,20}/);
            if (escape) problems.push(`an escape shows: ${escape[0]}`);
        }
    };
    visit(root);
    const ids = [...elements(root)].map((element) => element.attributes.id).filter((id) => id !== undefined);
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) problems.push(`id ${id} twice`);
    return { root, problems, ids: new Set(ids) };
}

// Whole texts of a record, and their lines as they are read: "* None" is a list that says None.
export function wordsOf(record) {
    const words = new Set();
    for (const text of stringsOf(record)) {
        words.add(text.trim());
        for (const line of text.split('\n')) words.add(line.replace(/^\s*(?:[*+-]|\d+[.)])\s+/, '').replace(/\\(\W)/g, '$1').trim());
    }
    return words;
}

const plain = /^[^*_\\<>&`#~|[\]\n]+$/; // no markup in it
const dates = /^\d{4}-\d\d/;

// Texts among the node's own fields that must be read on its page as they stand: no dates, no markup.
export function textsOfNode(record, path) {
    const node = path.split('/').reduce((value, name) => value?.[name], record);
    return Object.values(node ?? {}).flat().filter((value) => typeof value === 'string' && plain.test(value) && !dates.test(value));
}
