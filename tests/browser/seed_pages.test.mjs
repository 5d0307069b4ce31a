// Every fact of the two seed pages, ../shared/seeds/study-page.txt and module-page.txt, stands on ours, in its section,
// for everybody to read; and every link on both pages leads somewhere.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, squeezed, startBrowser, visibleText } from './support/browser.mjs';
import { explanationOf, labelOf } from './support/record.mjs';
import { placeOf } from './support/seed_places.mjs';
import { readModulePage, readStudyPage } from './support/seed_text.mjs';
import { seeds, startSite, withoutSeeds } from './support/site.mjs';

const study = '/study/NCT06916403';
const module = `${study}/protocolSection/descriptionModule`;
const rowsOf = (name, read) => (withoutSeeds || !existsSync(join(seeds, name)) ? [] : read(join(seeds, name)));
const studyRows = rowsOf('study-page.txt', readStudyPage);
const moduleRows = rowsOf('module-page.txt', readModulePage);
const named = ({ section, group, label, value }) => [section, group, label, value.slice(0, 60)].filter(Boolean).join(', ');
const momentWords = /\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC/;

// Facts with a label of the section `heading`: what stands beside `label`, explanations of the label left out.
const factsOf = (page, heading, label) => page.evaluate(({ heading, label }) => {
    // On module pages the name in the record stands beside the label.
    const names = (dt) => [...(dt.querySelector('summary') ?? dt).childNodes].filter((node) => node.nodeName !== 'CODE')
        .map((node) => node.textContent).join('').trim();
    const around = document.getElementById(heading)?.closest('section') ?? document.querySelector('main');
    return [...around.querySelectorAll('dt')].filter((dt) => names(dt) === label)
        .map((dt) => [...dt.parentElement.querySelectorAll('dd')].map((dd) => dd.innerText).join('\n'));
}, { heading, label });

const groupText = (page, group) => page.evaluate((group) => [...document.querySelectorAll('section h3')]
    .find((heading) => heading.innerText.trim() === group)?.closest('article')?.innerText ?? null, group);

// Every link of a page: addresses of ours answer, the places they name are there, others are the official registry's.
async function followLinks(page, site) {
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.href));
    assert.ok(links.length > 10, 'the page has links');
    const pages = new Map();
    for (const link of new Set(links)) {
        const url = new URL(link);
        if (url.origin !== site.url) {
            assert.match(link, /^https:\/\/clinicaltrials\.gov\//, 'a link that leaves the site');
            continue;
        }
        const path = url.pathname + url.search;
        if (!pages.has(path)) {
            const answer = await fetch(site.url + path, { redirect: 'manual' });
            assert.equal(answer.status, 200, `link to ${path}`);
            pages.set(path, await answer.text());
        }
        if (url.hash) assert.ok(pages.get(path).includes(`id="${decodeURIComponent(url.hash.slice(1))}"`), `link to ${url.hash} of ${path}`);
    }
}

describe('seed pages', { skip: withoutSeeds }, () => {
    let site, browser, page;
    before(async () => {
        site = await startSite({ files: [join(seeds, 'studies.ndjson')] });
        browser = await startBrowser();
    });
    after(async () => { await browser?.close(); await site?.stop(); });

    describe('study page', () => {
        before(async () => { page = await openPage(browser, site); await page.goto(study); await visibleText(page); });

        test('the text was read whole', () => {
            assert.ok(studyRows.length >= 70, `${studyRows.length} facts`);
            assert.equal(new Set(studyRows.map(({ section }) => section)).size, 16);
        });
        for (const row of studyRows) {
            test(named(row), async () => {
                const place = placeOf(row);
                assert.ok(place, 'this fact has no place on our page');
                const texts = place.label ? await factsOf(page, place.section, place.label)
                    : [row.group ? await groupText(page, row.group)
                        : place.section === 'head' ? await visibleText(page, { region: '.study-head' })
                            : await visibleText(page, { heading: place.section })];
                assert.ok(texts.length > 0 && texts[0] !== null, `no ${place.label ?? row.group ?? 'section'} in ${place.section}`);
                const shown = texts.some((text) => place.words.every((words) => squeezed(text).includes(squeezed(words))));
                assert.ok(shown, `“${place.words.join('” and “')}” is not in “${squeezed(texts.join(' | ')).slice(0, 400)}”`);
            });
        }
        test('bullets are lists', async () => {
            const items = (await page.locator('section[aria-labelledby=who-can-join] li').allInnerTexts()).map(squeezed);
            const bullets = studyRows.filter(({ value }) => value.startsWith('* '));
            assert.ok(bullets.length > 20);
            assert.deepEqual(bullets.filter((row) => !items.includes(squeezed(placeOf(row).words[0]))).map(named), []);
        });
        test('related trials have their place', async () => {
            assert.ok((await visibleText(page, { heading: 'related' })).length > 0);
        });
        test('dates in this registry have time and zone', async () => {
            const about = squeezed(await visibleText(page, { heading: 'about' }));
            for (const words of [/First seen in this registry/, /Last changed in this registry/]) {
                assert.match(about, new RegExp(`${words.source} ${momentWords.source}`));
            }
        });
        test('every link leads somewhere', () => followLinks(page, site));
        test('the console is quiet', () => assert.deepEqual(page.troubles, []));
    });

    describe('module page', () => {
        const value = (label) => moduleRows.find((row) => row.label === label)?.value ?? assert.fail(`their page has no ${label}`);
        let body;
        before(async () => { page = await openPage(browser, site); await page.goto(module); body = squeezed(await visibleText(page)); });

        test('the text was read whole', () => {
            const labels = moduleRows.map(({ label }) => label);
            assert.deepEqual(labels, ['Module', 'Path', 'Ignite Creation Date', 'Ignite Modification Date', 'NCT ID', 'Brief Summary',
                'Detailed Description', 'Study', 'Study Brief', 'Protocol Section']);
        });
        test('module, its explanation and its name in the record', async () => {
            const head = squeezed(await visibleText(page, { region: 'main header' }));
            for (const words of [value('Module'), labelOf('protocolSection.descriptionModule'), 'protocolSection/descriptionModule']) {
                assert.ok(head.includes(words), `“${words}” in “${head}”`);
            }
            assert.ok(head.includes(squeezed(explanationOf('protocolSection.descriptionModule'))));
        });
        test('path', async () => {
            const crumbs = page.locator('nav.breadcrumb');
            assert.deepEqual((await crumbs.locator('li').allInnerTexts()).map(squeezed), value('Path').split('->').map(squeezed));
            for (const href of [study, `${study}/protocolSection`]) assert.equal(await crumbs.locator(`a[href="${href}"]`).count(), 1, `${href} is linked`);
        });
        test('creation and modification are first seen and last changed here, with time and zone', () => {
            assert.ok(value('Ignite Creation Date') && value('Ignite Modification Date'));
            assert.match(body, new RegExp(`first seen[^.]{0,40}${momentWords.source}`, 'i'));
            assert.match(body, new RegExp(`last changed[^.]{0,40}${momentWords.source}`, 'i'));
        });
        for (const [label, name] of [['Brief Summary', 'briefSummary'], ['Detailed Description', 'detailedDescription']]) {
            test(label, async () => {
                const facts = await factsOf(page, '', labelOf(`protocolSection.descriptionModule.${name}`));
                assert.ok(facts.some((fact) => squeezed(fact).includes(squeezed(value(label)))), `“${squeezed(facts.join(' | ')).slice(0, 300)}”`);
            });
        }
        test('NCT ID, study and study brief: number, title, status, link', async () => {
            assert.equal(value('NCT ID'), value('Study'));
            for (const words of [value('NCT ID'), studyRows[0].value, 'Active, not recruiting']) assert.ok(body.includes(squeezed(words)), `“${words}” is shown`);
            assert.ok(await page.locator(`main a[href="${study}"]`).count() > 0);
        });
        test('protocol section: the parent', async () => {
            assert.equal(value('Protocol Section'), 'NCT06916403');
            assert.ok((await page.locator(`main a[href="${study}/protocolSection"]`).allInnerTexts()).includes('Protocol Section'));
        });
        test('every link leads somewhere', () => followLinks(page, site));
        test('the console is quiet', () => assert.deepEqual(page.troubles, []));
    });
});
