// Searching as people do: words, choices, pages, suggestions; by mouse, by keyboard, and without scripts.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { desk, phone, squeezed } from './support/browser.mjs';
import { idOf } from './support/record.mjs';
import { inventedRecords } from './support/records.mjs';
import { visitsOf } from './support/visits.mjs';

const studies = 400;
const records = inventedRecords(studies);
// The condition that most studies have, so that there is something to narrow and to page through.
const counts = new Map();
for (const record of records) for (const one of new Set(record.protocolSection.conditionsModule?.conditions)) counts.set(one, (counts.get(one) ?? 0) + 1);
const condition = [...counts].filter(([name]) => /^[A-Za-z ]+$/.test(name)).sort((a, b) => b[1] - a[1])[0][0];

const number = (text) => Number(text.match(/[\d,]+/)[0].replace(/,/g, ''));
const total = async (page) => number(await page.locator('#result').innerText());
const addressOf = (page) => { const url = new URL(page.url()); return url.pathname + url.search; };

describe('search', () => {
    const visits = visitsOf({ studies });
    let page;
    const fresh = visits.opener((opened) => { page = opened; });

    for (const javaScriptEnabled of [true, false]) {
        test(`from the home page to a narrowed result, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
            await fresh('/', { javaScriptEnabled });
            await page.locator('#search-q').fill(condition);
            await page.locator('.search-form button').click();
            await page.waitForURL('**/search?q=*');
            const all = await total(page);
            assert.ok(all >= counts.get(condition), `${all} studies of ${condition}`);
            assert.ok(squeezed(await page.locator('.study-card mark').first().innerText()).length > 0, 'words are marked');

            const choice = page.locator('#facet-status li a').first();
            const expected = number(await choice.locator('.count').innerText());
            await choice.click();
            await page.waitForURL('**&status=*');
            assert.equal(await total(page), expected, 'a choice finds as many as it says');
            await page.locator('.chips .chip').first().click();
            await page.waitForURL((url) => !url.search.includes('status'));
            assert.equal(await total(page), all, 'without the choice all are back');

            await page.locator('.order-form select[name=sort]').selectOption({ label: 'Newest start' });
            await page.locator('.order-form select[name=size]').selectOption('10');
            await page.locator('.order-form button').click();
            await page.waitForURL('**&sort=start&size=10');
            if (all > 10) {
                const first = await page.locator('.study-card .study-id').first().innerText();
                await page.getByRole('link', { name: 'Next' }).click();
                await page.waitForURL('**&page=2');
                assert.notEqual(await page.locator('.study-card .study-id').first().innerText(), first);
            }
            await page.locator('.study-card h3 a').first().click();
            await page.waitForURL('**/study/NCT*');
            assert.deepEqual(page.troubles, []);
        });
    }

    test('every page of a result together is the result', async () => {
        const seen = new Set();
        let found = 0;
        await fresh('/search?size=100');
        const all = await total(page);
        for (let number = 1; number <= Math.ceil(all / 100); number++) {
            await page.goto(`/search?size=100&page=${number}`);
            const ids = await page.locator('.study-card .study-id').allInnerTexts();
            ids.forEach((id) => seen.add(id));
            found += ids.length;
        }
        assert.equal(all, studies);
        assert.equal(found, studies);
        assert.equal(seen.size, studies);
    });

    test('the form writes a short address, and is filled in from it', async () => {
        await fresh('/search');
        await page.locator('.search-fields summary').click();
        await page.locator('#field-cond').fill(condition);
        await page.locator('#field-startFrom').fill('2005');
        await page.locator('.search-fields > button').click();
        await page.waitForURL('**/search?cond=*');
        assert.equal(addressOf(page), `/search?cond=${condition.replaceAll(' ', '+')}&start=2005_`);
        assert.equal(await page.locator('#field-cond').inputValue(), condition);
        assert.equal(await page.locator('#field-startFrom').inputValue(), '2005');
        assert.ok(await page.locator('#field-cond').isVisible(), 'what is filled in shows');
    });

    test('suggestions by keyboard: nothing moves, Escape closes, Enter searches in the field', async () => {
        await fresh('/search');
        const box = page.locator('#search-q');
        const below = page.locator('.search-fields summary');
        const top = (await below.boundingBox()).y;
        await box.fill(condition.slice(0, 5).toLowerCase());
        const options = page.getByRole('option');
        await options.first().waitFor();
        assert.equal((await below.boundingBox()).y, top, 'the page stays where it was');
        assert.equal(await box.getAttribute('aria-expanded'), 'true');
        for (const viewport of [phone, desk]) {
            await page.setViewportSize(viewport);
            await page.evaluate(axe.source);
            const report = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
            assert.deepEqual(report.violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), []);
        }
        await page.keyboard.press('ArrowDown');
        const active = await box.getAttribute('aria-activedescendant');
        assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
        await page.keyboard.press('ArrowUp');
        assert.equal(await box.getAttribute('aria-activedescendant'), null, 'back at what was typed');
        await page.keyboard.press('Escape');
        assert.equal(await options.count() > 0 && await options.first().isVisible(), false);
        assert.equal(await box.inputValue(), condition.slice(0, 5).toLowerCase());

        await page.keyboard.type(condition[5] ?? ' ');
        await options.first().waitFor();
        await page.keyboard.press('ArrowDown');
        const text = await options.first().locator('.suggestion-text').innerText();
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\?(cond|intr|spons)=|\/study\//);
        assert.ok(decodeURIComponent(addressOf(page)).replaceAll('+', ' ').includes(text) || addressOf(page).startsWith('/study/'));
        assert.deepEqual(page.troubles, []);
    });

    test('a study number opens the study', async () => {
        await fresh('/modules');
        const id = idOf(records[0]);
        await page.locator('#header-search').fill(` ${id.toLowerCase()} `);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/study/${id}`);
    });

    test('on no hits, dropping the part to blame brings studies', async () => {
        await fresh(`/search?q=${encodeURIComponent(condition.split(' ')[0])}+zzzyx`);
        assert.equal(await page.locator('#result').innerText(), 'No studies');
        await page.locator('tr', { hasText: 'zzzyx' }).getByRole('link', { name: 'Drop' }).click();
        await page.waitForURL((url) => !url.search.includes('zzzyx'));
        assert.ok(await total(page) > 0);
    });

    for (const typed of ['(', '"', '[', 'AREA[', 'a AND', 'NOT', ', ,', "O'Brien's", '\\', 'or', '<b>x</b>', '😀', '%', 'AREA[Phase]PHASE9', 'x'.repeat(3000)]) {
        test(`what people type is answered: ${JSON.stringify(typed.slice(0, 20))}`, async () => {
            const response = await fresh(`/search?q=${encodeURIComponent(typed)}`);
            assert.equal(response.status(), 200);
            assert.equal(await page.locator('#search-q').inputValue(), typed.trim());
            assert.ok(await page.locator('#result').isVisible());
            assert.deepEqual(page.troubles, []);
        });
    }

    test('choices are at hand on a desk and folded on a phone', async () => {
        await fresh('/search');
        const choice = page.locator('#facet-status li a').first();
        assert.ok(await choice.isVisible());
        await page.setViewportSize(phone);
        assert.ok(!(await choice.isVisible()));
        await page.locator('.facets summary').first().click();
        assert.ok(await choice.isVisible());
    });

    test('the report is printed without what belongs to the screen', async () => {
        await fresh(`/search?cond=${encodeURIComponent(condition)}`);
        const found = await total(page);
        await page.getByRole('link', { name: 'Search report' }).click();
        await page.waitForURL('**/search/report?*');
        assert.equal(number(await page.locator('tbody tr').last().locator('td').last().innerText()), found);
        await page.emulateMedia({ media: 'print' });
        for (const selector of ['.site-header', '.breadcrumb', '.report-note']) assert.ok(!(await page.locator(selector).isVisible()), selector);
        assert.ok(await page.locator('table').isVisible());
        const api = await page.locator('.addresses a[href^="/api/"]').getAttribute('href');
        const answer = await (await fetch(visits.site.url + api)).json();
        assert.equal(answer.totalCount, found, 'the API finds as many');
    });

    test('a search of the registry is brought here by its address', async () => {
        await fresh('/search/import');
        await page.locator('#import-url').fill(`https://clinicaltrials.gov/search?cond=${encodeURIComponent(condition)}&aggFilters=status:com`);
        await page.keyboard.press('Enter');
        await page.waitForURL('**/search?cond=*');
        assert.equal(addressOf(page), `/search?cond=${condition.replaceAll(' ', '+')}&status=com`);
    });
});
