// Related trials and comparisons as people use them: by mouse, by keyboard, and without scripts.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { desk, phone, squeezed } from './support/browser.mjs';
import { idOf } from './support/record.mjs';
import { inventedRecords } from './support/records.mjs';
import { seriousProblems, visitsOf } from './support/visits.mjs';

const studies = 400;
const records = inventedRecords(studies);
const trials = records.filter((record) => record.protocolSection.designModule?.studyType === 'INTERVENTIONAL'
    && record.protocolSection.armsInterventionsModule?.armGroups && record.protocolSection.eligibilityModule?.eligibilityCriteria);
const [first, second, third] = trials.map(idOf);
const addressOf = (page) => { const url = new URL(page.url()); return url.pathname + url.search; };

describe('comparison', () => {
    const visits = visitsOf({ studies });
    let page;
    const fresh = visits.opener((opened) => { page = opened; });

    for (const javaScriptEnabled of [true, false]) {
        test(`trials are ticked on cards, added by number and removed, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
            await fresh('/search?q=ALL', { javaScriptEnabled });
            const boxes = page.getByLabel(/Compare NCT/);
            const chosen = [];
            for (const at of [2, 0]) {
                await boxes.nth(at).check();
                chosen.push(await boxes.nth(at).getAttribute('value'));
            }
            await page.getByRole('button', { name: 'Compare', exact: true }).click();
            await page.waitForURL('**/compare?ids=*');
            assert.deepEqual((await page.locator('thead .study-id').allInnerTexts()).sort(), chosen.sort());

            await page.getByLabel('Add a trial by its number').fill(first.toLowerCase().replace('nct0', 'nct '));
            await page.getByRole('button', { name: 'Add' }).click();
            await page.waitForURL(`**${first}`);
            const shown = await page.locator('thead .study-id').allInnerTexts();
            await page.getByRole('link', { name: `Remove ${shown[0]}` }).click();
            await page.waitForURL((url) => !url.search.includes(shown[0]));
            assert.deepEqual(await page.locator('thead .study-id').allInnerTexts(), shown.slice(1), 'the others keep their order');
            assert.deepEqual(page.troubles, []);
        });
    }

    test('what is the same can be hidden, and every row says whether it differs', async () => {
        await fresh(`/compare?ids=${first},${second}`);
        const marks = await page.locator('.row-mark').allInnerTexts();
        const differing = marks.filter((mark) => mark.includes('differs')).length;
        assert.equal(marks.length, await page.locator('.compare-table tbody tr:not(.row-group)').count());
        assert.ok(squeezed(await page.locator('.compare-state').innerText()).startsWith(`${differing} of ${marks.length} rows`));
        await page.getByRole('link', { name: 'Show only what differs' }).click();
        await page.waitForURL('**&show=differences');
        assert.equal(await page.locator('.row-mark').count(), differing);
        await page.getByRole('link', { name: 'Show the rows that are the same' }).click();
        await page.waitForURL((url) => !url.search.includes('show'));
    });

    test('the texts of a row open together', async () => {
        await fresh(`/compare?ids=${first},${second}`);
        const texts = page.locator('details[data-row="protocolSection.eligibilityModule.eligibilityCriteria"]');
        if (await texts.count() < 2) return;
        await texts.first().locator('summary').click();
        await page.waitForFunction(() => [...document.querySelectorAll('details[data-row$=eligibilityCriteria]')].every((text) => text.open));
    });

    test('on a phone the table scrolls inside itself and keeps its first column and its head', async () => {
        await fresh(`/compare?ids=${first},${second},${third}`, { viewport: phone });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the page itself does not scroll sideways');
        const places = () => page.evaluate(() => {
            const box = (selector) => document.querySelector(selector).getBoundingClientRect();
            const frame = box('.compare');
            return { label: box('.row-differs > th').left - frame.left, head: box('thead th').top - frame.top, column: box('.row-differs > td').left };
        });
        const before = await places();
        await page.locator('.compare').evaluate((table) => table.scrollBy(150, 100));
        const after = await places();
        assert.equal(after.label, before.label);
        assert.equal(Math.round(after.head), Math.round(before.head));
        assert.equal(Math.round(before.column - after.column), 150);
    });

    test('the keyboard reaches table, explanations and links in the order of reading', async () => {
        await fresh(`/compare?ids=${first},${second}`);
        const seen = [];
        for (let i = 0; i < 30; i++) {
            await page.keyboard.press('Tab');
            seen.push(await page.evaluate(() => {
                const at = document.activeElement;
                const style = getComputedStyle(at);
                return { what: at.getAttribute('aria-label') ?? at.innerText, outlined: style.outlineStyle !== 'none' };
            }));
        }
        const order = ['Skip to the content', 'Show only what differs', 'Trials side by side', `Remove ${first} from this comparison`,
            `Remove ${second} from this comparison`, 'Overall status'];
        const places = order.map((name) => seen.findIndex(({ what }) => what === name));
        assert.ok(places.every((place, i) => place >= 0 && (i === 0 || place > places[i - 1])), JSON.stringify(seen.map(({ what }) => what)));
        assert.ok(seen.every(({ outlined }) => outlined), 'where the keyboard is can be seen');
    });
});

describe('related trials', () => {
    const visits = visitsOf({ studies });
    let page;
    const fresh = visits.opener((opened) => { page = opened; });

    test('cards on the study page say why, and lead on', async (context) => {
        await fresh(`/study/${first}`);
        if (await page.locator('.related-card').count() === 0) return context.skip('this program has no finder of related trials');
        const cards = page.locator('.related-card');
        assert.ok(await cards.count() <= 6);
        for (const card of await cards.all()) assert.ok(await card.locator('.reasons li').count() > 0, await card.innerText());
        await page.getByRole('link', { name: 'More related trials' }).click();
        await page.waitForURL(`**/study/${first}/related`);
    });

    test('sliders and filters work without scripts', async (context) => {
        await fresh(`/study/${first}/related`, { javaScriptEnabled: false });
        if (await page.locator('.related-card').count() === 0) return context.skip('this program has no finder of related trials');
        await page.locator('input[name=condition]').focus();
        await page.keyboard.press('End');
        await page.locator('.filter', { hasText: 'Status' }).locator('summary').click();
        await page.getByLabel('Recruiting', { exact: true }).check();
        await page.getByRole('button', { name: 'Show' }).click();
        await page.waitForURL('**/related?condition=4&status=rec');
        for (const badge of await page.locator('.related-card .badge').allInnerTexts()) assert.equal(badge, 'Recruiting');
        await page.getByRole('link', { name: 'Back to the usual' }).click();
        await page.waitForURL((url) => url.search === '');
    });

    for (const viewport of [phone, desk]) {
        test(`a draft that cannot be read is told where, at ${viewport.width} pixels`, async () => {
            await fresh('/related', { viewport });
            await page.getByLabel('The draft’s record, as JSON').fill('{"protocolSection":\n {"a" 1}}');
            await page.getByRole('button', { name: 'Find trials like it' }).click();
            await page.getByText('Look at line 2, character 7.').waitFor();
            assert.equal(addressOf(page), '/related', 'nothing of the draft is in the address');
            assert.equal(await page.getByLabel('The draft’s record, as JSON').inputValue(), '{"protocolSection":\n {"a" 1}}');
            assert.deepEqual(await seriousProblems(page), []);
        });
    }

    test('a draft is compared', async (context) => {
        await fresh('/related');
        const draft = structuredClone(trials[0]);
        delete draft.protocolSection.identificationModule.nctId;
        await page.getByLabel('The draft’s record, as JSON').fill(JSON.stringify({ protocolSection: draft.protocolSection }));
        await page.getByRole('button', { name: 'Find trials like it' }).click();
        await page.waitForLoadState();
        if (await page.getByText('has not been built yet').count() > 0) return context.skip('this program has no finder of related trials');
        assert.ok(await page.locator('.related-card').count() > 0);
        assert.deepEqual(await seriousProblems(page), []);
    });
});
