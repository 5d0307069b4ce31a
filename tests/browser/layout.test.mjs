// Each kind of page looks whole: nothing sticks out on a phone, dark is dark, scripts are not needed, paper gets paper.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { openPage, phone, startBrowser, visibleText } from './support/browser.mjs';
import { kindsOfPage } from './support/kinds_of_page.mjs';
import { inventedRecords } from './support/records.mjs';
import { startSite } from './support/site.mjs';

const studies = 400;
const records = inventedRecords(studies);
const kinds = kindsOfPage(records);
const idOf = (record) => record.protocolSection.identificationModule.nctId;

// Lightness of the page's background, 0 to 255.
const background = (page) => page.evaluate(() => {
    const paints = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    const opaque = paints.find((color) => !/, 0\)$|transparent/.test(color)) ?? 'rgb(255, 255, 255)';
    const context = document.createElement('canvas').getContext('2d');
    context.fillStyle = opaque;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
});

// What makes the window scroll sideways; tables and strips that scroll by themselves may.
const stickingOut = (page) => page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const scrolls = (element) => getComputedStyle(element).overflowX !== 'visible';
    const isInside = (element) => { for (let up = element.parentElement; up !== document.body; up = up.parentElement) if (scrolls(up)) return true; return false; };
    return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !isInside(element))
        .slice(0, 8).map((element) => `${element.tagName} ${element.className} to ${element.getBoundingClientRect().right}: ${element.textContent.trim().slice(0, 40)}`);
});

describe('layout', () => {
    let site, browser;
    before(async () => { site = await startSite({ studies }); browser = await startBrowser(); });
    after(async () => { await browser?.close(); await site?.stop(); });

    for (const [kind, path, status] of kinds) {
        test(kind, async () => {
            const page = await openPage(browser, site, { viewport: phone });
            const response = await page.goto(path);
            assert.equal(response.status(), status);
            assert.equal(await page.locator('h1').count(), 1, 'one main heading');
            assert.notEqual(await page.title(), '');
            const before = (await visibleText(page)).length;
            const out = await stickingOut(page);
            assert.deepEqual(out, [], 'sticks out at 400 px');
            assert.ok((await background(page)) > 200, 'light is light');
            await page.emulateMedia({ colorScheme: 'dark' });
            assert.ok((await background(page)) < 80, 'dark is dark');
            // Chromium says in its console that a page answered with 400 or 404; that is not the page's doing.
            assert.deepEqual(page.troubles.filter((trouble) => status === 200 || !/status of 40[04]/.test(trouble)), []);
            await page.context().close();

            const without = await openPage(browser, site, { viewport: phone, javaScriptEnabled: false });
            await without.goto(path);
            assert.ok((await visibleText(without)).length >= before * 0.95, 'the page says the same without scripts');
            await without.context().close();
        });
    }

    test('codes are the researcher’s, and stand with their explanations', async () => {
        const path = `/study/${idOf(records[0])}`;
        const page = await openPage(browser, site);
        const seenCodes = () => page.locator('main .term + .code').evaluateAll((codes) => codes.filter((code) => code.checkVisibility()).length);
        await page.goto(path);
        assert.equal(await seenCodes(), 0);
        await page.locator('.glance dd details.explain > summary').first().click();
        assert.equal(await seenCodes(), 1, 'with its explanation');
        await page.goto(`${path}?view=researcher`);
        assert.ok(await seenCodes() > 5);
        await page.context().close();
    });

    test('a map has larger marks on a phone, and never both kinds', async () => {
        const withPoints = records.find((record) => record.protocolSection.contactsLocationsModule?.locations?.some(({ geoPoint }) => geoPoint));
        for (const [viewport, seen, hidden] of [[phone, 'phones', 'desks'], [{ width: 1400, height: 900 }, 'desks', 'phones']]) {
            const page = await openPage(browser, site, { viewport });
            await page.goto(`/study/${idOf(withPoints)}/sites`);
            assert.ok(await page.locator(`.marks-on-${seen} a`).first().isVisible());
            assert.equal(await page.locator(`.marks-on-${hidden} a`).first().isVisible(), false);
            const { width } = await page.locator(`.marks-on-${seen} .disc`).first().boundingBox();
            assert.ok(width > 4, `a mark of ${width} pixels`);
            await page.context().close();
        }
    });

    test('two groups of adverse events are seen on a phone', async () => {
        const twoGroups = records.find(({ resultsSection }) => resultsSection?.adverseEventsModule?.eventGroups?.length === 2 && resultsSection.adverseEventsModule.otherEvents?.length > 0);
        const page = await openPage(browser, site, { viewport: phone });
        await page.goto(`/study/${idOf(twoGroups)}/results/adverse-events`);
        const ways = await page.locator('#events ~ .table').evaluate((table) => table.scrollWidth - table.clientWidth);
        assert.ok(ways <= 1, `${ways} pixels out of sight`);
        await page.context().close();
    });

    test('a printed study has no navigation, and shows where its links go', async () => {
        const page = await openPage(browser, site);
        await page.goto(kinds.find(([kind]) => kind === 'study')[1]);
        await page.emulateMedia({ media: 'print' });
        for (const selector of ['.site-header form', 'nav.contents', '.skip']) {
            assert.equal(await page.locator(selector).first().isVisible(), false, `${selector} is printed`);
        }
        assert.equal(await page.locator('h1').isVisible(), true);
        assert.equal(await page.locator('.site-footer').isVisible(), true);
        assert.equal(await background(page) > 200, true);
        await page.context().close();
    });
});
