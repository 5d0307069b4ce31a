// Follows every link from the module tree and from fifty studies, as a machine that reads every page strictly: each node
// of the records has its page, no link is dead, no label is empty, nothing of a record comes through as markup.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import { squeezed } from './support/browser.mjs';
import { elements, textOf } from './support/markup.mjs';
import { problemsOf, textsOfNode, wordsOf } from './support/page_problems.mjs';
import { idOf, nodesOf } from './support/record.mjs';
import { inventedRecords, realRecords } from './support/records.mjs';
import { realStudies, startSite, withoutRealStudies } from './support/site.mjs';

const studies = 50;
const withResults = 14;
const atOnce = 4;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

function fetchPage(site, path) {
    return new Promise((resolve, reject) => {
        const request = get(site.url + path, { agent }, (response) => {
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'] ?? '',
                location: response.headers.location, body: Buffer.concat(parts).toString('utf8') }));
        });
        request.on('error', reject);
    });
}

// Spread over the file: most of a size that is read in a second, one with many results.
function chooseRecords(records) {
    const sized = records.map((record) => ({ record, nodes: nodesOf(record) }));
    const spread = (list, count) => list.filter((_, i) => i % Math.floor(list.length / count) === 0).slice(0, count);
    const reported = sized.filter(({ record }) => record.resultsSection).sort((a, b) => a.nodes.length - b.nodes.length);
    const others = sized.filter(({ record, nodes }) => !record.resultsSection && nodes.length < 150);
    return [...spread(others, studies - withResults), ...spread(reported.filter(({ nodes }) => nodes.length < 600), withResults - 1),
        reported.findLast(({ nodes }) => nodes.length < 1500)];
}

// Crawls the site from `starts`; pages of studies other than `own` are asked for, but their links are not followed.
async function crawl(site, starts, records) {
    const own = new Map(records.map((record) => [idOf(record), { record, words: wordsOf(record) }]));
    const seen = new Map(); // path with query → ids of the page, or null when it was not read
    const waiting = [];
    const fragments = []; // [from, path, id]
    const problems = [];
    const note = (path, what) => { if (problems.length < 200) problems.push(`${path}: ${what}`); };
    const enter = (from, href) => {
        const target = new URL(href, site.url + from);
        if (target.origin !== new URL(site.url).origin) {
            if (!['http:', 'https:', 'mailto:'].includes(target.protocol)) note(from, `link to ${href}`);
            return;
        }
        const path = target.pathname + target.search;
        if (target.hash) fragments.push([from, path, decodeURIComponent(target.hash.slice(1))]);
        if (seen.has(path)) return;
        seen.set(path, null);
        waiting.push([path, from]);
    };
    const read = async ([path, from]) => {
        const page = await fetchPage(site, path);
        if (page.status !== 200) return note(from, `dead link to ${path}: ${page.status}`);
        if (!page.type.startsWith('text/html')) return;
        const [, id, node] = path.match(/^\/study\/(NCT\d{8})\/?([^?]*)/) ?? [];
        if (id && !own.has(id)) return;
        const { root, problems: found, ids } = problemsOf(page.body, own.get(id)?.words ?? new Set());
        seen.set(path, ids);
        for (const problem of new Set(found)) note(path, problem);
        if (node) {
            const shown = squeezed(textOf(root));
            for (const text of textsOfNode(own.get(id).record, node)) {
                if (!shown.includes(squeezed(text))) note(path, `“${text.slice(0, 60)}” is not shown`);
            }
        }
        // Every choice on a result page is another result page: those are read, and go no further.
        const isResult = path.startsWith('/search?');
        for (const element of elements(root)) {
            if (isResult && !element.attributes.href?.startsWith('/study/')) continue;
            const href = element.attributes.href ?? element.attributes.src;
            if (href !== undefined) enter(path, href);
            if (element.tag === 'a' && href === undefined) note(path, `link that leads nowhere: ${textOf(element)}`);
        }
    };
    for (const start of starts) enter('/', start);
    await Promise.all(Array.from({ length: atOnce }, async () => {
        // A reader that finds nothing to do may be early: the others are still finding links.
        for (let idle = 0; idle < 50; ) {
            const next = waiting.shift();
            if (next) { idle = 0; await read(next); } else { idle++; await new Promise((resolve) => setTimeout(resolve, 20)); }
        }
    }));
    for (const [from, path, id] of fragments) {
        if (seen.get(path) && !seen.get(path).has(id)) note(from, `link to #${id}, which is not on ${path}`);
    }
    return { seen, problems };
}

function crawlTests(name, makeRecords, siteOptions, skip) {
    describe(`crawl of ${name}`, { skip }, () => {
        let site, chosen, result;
        before(async () => {
            chosen = chooseRecords(makeRecords());
            site = await startSite(siteOptions);
            const starts = ['/modules', ...chosen.map(({ record }) => `/study/${idOf(record)}`)];
            result = await crawl(site, starts, chosen.map(({ record }) => record));
        });
        after(async () => { agent.destroy(); await site?.stop(); });

        test('fifty studies are there, some with results', () => {
            assert.equal(chosen.length, studies);
            assert.ok(chosen.filter(({ record }) => record.resultsSection).length >= withResults);
        });
        test('every node of the records is reached', () => {
            const missing = chosen.flatMap(({ record, nodes }) => nodes.map((path) => `/study/${idOf(record)}/${path}`))
                .filter((path) => !result.seen.has(path));
            assert.deepEqual(missing.slice(0, 20), [], `${missing.length} nodes are not reached`);
        });
        test('no dead link, no empty label, no None, no text that became markup, no field left out', (t) => {
            t.diagnostic(`${result.seen.size} addresses asked for`);
            assert.deepEqual(result.problems.slice(0, 40), [], `${result.problems.length} problems`);
        });
    });
}

crawlTests('invented studies', () => inventedRecords(2000), { studies: 2000 }, false);
crawlTests('real studies', realRecords, { files: [realStudies] }, withoutRealStudies);
