// A walk by keyboard alone over a study and its results: everything that does something is reached in the order of
// reading, shows its focus, does what Enter, Space and Escape promise, and holds nobody.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { phone } from './support/browser.mjs';
import { kindsOfPage } from './support/kinds_of_page.mjs';
import { inventedRecords } from './support/records.mjs';
import { visitsOf } from './support/visits.mjs';

const studies = 400;
const kinds = new Map(kindsOfPage(inventedRecords(studies)).map(([kind, path]) => [kind, path]));
const withResults = kinds.get('study with results');
const withSites = kinds.get('study with many sites');

const mostStops = 900;

// Presses Tab over the whole page: each stop once, in order, with what stands in its way.
async function walk(page) {
    const stops = [];
    await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
    for (let presses = 0; presses < mostStops; presses++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
            const element = document.activeElement;
            if (!element || element === document.body || element.dataset.walked) return null;
            element.dataset.walked = 'yes';
            const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(element);
            const disc = element.querySelector(':scope > .disc');
            const marked = disc && getComputedStyle(disc).strokeWidth !== '1.5px';
            const box = element.getBoundingClientRect();
            const first = element.getClientRects()[0] ?? box; // a link over two lines begins inside its box, not at its corner
            const middle = document.elementFromPoint(first.left + Math.min(first.width, 8) / 2, first.top + Math.min(first.height, 16) / 2);
            const region = element.closest('header.site-header, nav.contents, nav.results-parts, main, footer');
            return {
                what: `${element.localName}${element.getAttribute('class') ? '.' + element.getAttribute('class').replace(/ /g, '.') : ''}`,
                text: (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 60),
                region: region?.matches('nav') ? region.className : region?.localName ?? 'body',
                isOutlined: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || Boolean(marked),
                isInWindow: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
                isCovered: Boolean(middle) && box.width > 0 && !element.contains(middle) && !middle.contains(element) && !middle.closest('svg'),
                hasName: Boolean((element.getAttribute('aria-label') ?? element.textContent).trim() || element.labels?.length || element.title),
                top: Math.round(box.top + scrollY),
            };
        });
        if (!stop) return stops;
        stops.push(stop);
    }
    return assert.fail(`more than ${mostStops} stops, or the focus goes in circles: ${stops.slice(-4).map((stop) => stop.what)}`);
}

const told = (stops) => stops.map((stop) => `${stop.what} “${stop.text}”`);

// Presses Tab until the focus is on what `selector` means.
async function tabTo(page, selector) {
    for (let presses = 1; presses <= mostStops; presses++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    }
    assert.fail(`Tab does not reach ${selector}`);
}

const isOpen = (page) => page.evaluate(() => document.activeElement.parentElement.open);

describe('keyboard', () => {
    const visits = visitsOf({ studies });
    let page;
    const fresh = visits.opener((opened) => { page = opened; });

    const pages = [
        ['a study', withResults], ['its results', `${withResults}/results`], ['its flow', `${withResults}/results/flow`],
        ['its baseline', `${withResults}/results/baseline`], ['an outcome', `${withResults}/results/outcomes/1`],
        ['its adverse events', `${withResults}/results/adverse-events`], ['many sites', `${withSites}/sites`],
    ];
    for (const [name, path] of pages) {
        for (const viewport of [{ width: 1400, height: 900 }, phone]) {
            test(`${name}, ${viewport.width} px: every stop has a name, shows its focus and lies in the window`, async () => {
                await fresh(path, { viewport });
                const stops = await walk(page);
                assert.ok(stops.length > 10, `only ${stops.length} stops`);
                assert.equal(stops[0].what, 'a.skip');
                assert.deepEqual(told(stops.filter((stop) => !stop.hasName)), [], 'without a name');
                assert.deepEqual(told(stops.filter((stop) => !stop.isOutlined)), [], 'focus does not show');
                assert.deepEqual(told(stops.filter((stop) => !stop.isInWindow)), [], 'outside the window');
                assert.deepEqual(told(stops.filter((stop) => stop.isCovered)), [], 'beneath something else');
                assert.deepEqual(page.troubles, []);
            });
        }
    }

    test('the order: skip link, search, the study, contents, sections, foot', async () => {
        await fresh(withResults);
        const stops = await walk(page);
        const first = (wanted) => stops.findIndex(wanted);
        const places = [
            first((stop) => stop.what === 'a.skip'), first((stop) => stop.what.startsWith('input')),
            first((stop) => stop.region === 'contents'), first((stop) => stop.what.startsWith('summary')),
            first((stop) => stop.region === 'footer'),
        ];
        assert.ok(!places.includes(-1), `one is not reached: ${places}`);
        assert.deepEqual(places, [...places].sort((a, b) => a - b));
    });

    test('the skip link leads past the header', async () => {
        await fresh(withResults);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => Boolean(document.activeElement.closest('header.site-header'))), false);
    });

    test('contents: Enter goes to the section, and Tab goes on from there', async () => {
        await fresh(withResults);
        await tabTo(page, 'nav.contents a[href="#results"]');
        await page.keyboard.press('Enter');
        assert.equal(new URL(page.url()).hash, '#results');
        await page.keyboard.press('Tab');
        const inside = await page.evaluate(() => {
            const heading = document.getElementById('results');
            return Boolean(heading.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) || heading.contains(document.activeElement);
        });
        assert.ok(inside, 'the focus is behind the heading');
    });

    test('explanations open and close by Enter and Space', async () => {
        await fresh(withResults);
        await tabTo(page, 'main summary');
        assert.equal(await isOpen(page), false);
        await page.keyboard.press('Enter');
        assert.equal(await isOpen(page), true);
        await page.keyboard.press('Space');
        assert.equal(await isOpen(page), false);
    });

    test('a term opens its sentence by Enter, Escape closes it, the focus stays', async () => {
        await fresh(withResults);
        await tabTo(page, '.term-button');
        const note = await page.evaluate(() => document.activeElement.getAttribute('popovertarget'));
        const shown = () => page.evaluate((id) => document.getElementById(id).matches(':popover-open'), note);
        assert.equal(await shown(), false);
        await page.keyboard.press('Enter');
        assert.equal(await shown(), true);
        assert.ok((await page.locator(`#${note}`).innerText()).trim().length > 10);
        await page.keyboard.press('Escape');
        assert.equal(await shown(), false);
        assert.equal(await page.evaluate(() => document.activeElement.getAttribute('popovertarget')), note);
    });

    test('from the study to its results, to the events, and their form sent by Enter', async () => {
        await fresh(withResults);
        await tabTo(page, `main a[href="${withResults}/results"]`);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**${withResults}/results`);
        await tabTo(page, `.results-parts a[href="${withResults}/results/adverse-events"]`);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**${withResults}/results/adverse-events`);
        await tabTo(page, '.events-form input');
        await page.keyboard.type('zzzyx');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/adverse-events?*zzzyx*');
        assert.deepEqual(page.troubles, []);
    });

    test('tables that scroll can be scrolled', async () => {
        await fresh(`${withResults}/results/adverse-events`, { viewport: { width: 320, height: 700 } });
        const scrolled = () => page.evaluate(() => document.activeElement.scrollLeft);
        await tabTo(page, '.table');
        const wide = await page.evaluate(() => document.activeElement.scrollWidth > document.activeElement.clientWidth);
        assert.ok(wide, 'the table is wider than the window');
        for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
        await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
        assert.ok(await scrolled() > 0);
    });

    test('nearest sites: typed, sent by Enter, with the word kept in the box', async () => {
        await fresh(`${withSites}/sites`);
        await tabTo(page, '#near');
        await page.keyboard.type('45.76, 4.84');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/sites?near=*');
        assert.equal(await page.locator('#near').inputValue(), '45.76, 4.84');
    });
});
