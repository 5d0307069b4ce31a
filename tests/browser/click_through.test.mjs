// A reader's way through the site, by mouse and by keyboard alone.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { squeezed } from './support/browser.mjs';
import { kindsOfPage } from './support/kinds_of_page.mjs';
import { idOf } from './support/record.mjs';
import { inventedRecords } from './support/records.mjs';
import { visitsOf } from './support/visits.mjs';

const studies = 400;
const records = inventedRecords(studies);
const study = kindsOfPage(records).find(([kind]) => kind === 'study')[1];
const id = study.slice('/study/'.length);
const record = records.find((one) => idOf(one) === id);

const pathOf = (page) => new URL(page.url()).pathname;

// Presses Tab until the focus is on what `selector` means; tells how many it took.
async function tabTo(page, selector, most = 200) {
    for (let presses = 1; presses <= most; presses++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return presses;
    }
    return assert.fail(`Tab does not reach ${selector}`);
}

// Whether the focused element stands out from how it looks unfocused.
const focusShows = (page) => page.evaluate(() => {
    const look = () => { const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(document.activeElement);
        return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join('|'); };
    const element = document.activeElement;
    const focused = look();
    element.blur();
    const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
    const blurred = [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join('|');
    element.focus({ focusVisible: true });
    return focused !== blurred;
});

describe('click-through', () => {
    const visits = visitsOf({ studies });
    let page;
    const fresh = visits.opener((opened) => { page = opened; });

    for (const javaScriptEnabled of [true, false]) {
        test(`from the home page to an entity and back, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
            await fresh('/', { javaScriptEnabled });
            // Into the box goes what people type: small letters and spaces around.
            await page.locator('main input[name=id], input[name=id]').last().fill(` ${id.toLowerCase()} `);
            await page.keyboard.press('Enter');
            await page.waitForURL('**' + study);
            assert.ok(squeezed(await page.locator('h1').innerText()).length > 0);
            assert.ok(squeezed(await page.locator('main').innerText()).includes(squeezed(record.protocolSection.identificationModule.briefTitle)));

            const entry = page.locator('nav.contents a[href="#groups"]');
            await entry.click();
            assert.equal(new URL(page.url()).hash, '#groups');
            assert.ok(await page.locator('#groups').isVisible());
            const top = (await page.locator('#groups').boundingBox()).y;
            assert.ok(top >= 0 && top < 900, `the heading stands at ${top}`);

            const module = `${study}/protocolSection/armsInterventionsModule`;
            await page.locator(`main a[href="${module}"]`).first().click();
            assert.equal(pathOf(page), module);
            await page.locator(`main a[href="${module}/armGroups/1"]`).first().click();
            assert.equal(pathOf(page), `${module}/armGroups/1`);
            assert.ok(squeezed(await page.locator('main').innerText()).includes(squeezed(record.protocolSection.armsInterventionsModule.armGroups[1].label)));
            await page.locator(`main a[href="${module}"]`).first().click();
            assert.equal(pathOf(page), module);
            await page.locator(`main a[href="${study}"]`).first().click();
            assert.equal(pathOf(page), study);
            assert.deepEqual(page.troubles, []);
        });
    }

    test('the module tree leads to studies, and a module to its neighbours', async () => {
        await fresh('/modules');
        const tree = squeezed(await page.locator('main').innerText());
        for (const words of ['protocolSection', 'resultsSection', 'adverseEventsModule']) assert.ok(tree.includes(words), `${words} is named`);
        await fresh(`${study}/protocolSection/descriptionModule`);
        const neighbours = await page.locator('main a[href$="/protocolSection/descriptionModule"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        const others = neighbours.filter((href) => !href.startsWith(study));
        assert.ok(others.length >= 1, 'a neighbour is linked');
        await page.locator(`main a[href="${others[0]}"]`).first().click();
        assert.equal(pathOf(page), others[0]);
        assert.deepEqual(page.troubles, []);
    });

    for (const garbage of ['hello', '', 'NCT', 'NCT123', 'NCT00000000000', '../../etc/passwd', '<script>alert(1)</script>', "' OR 1=1 --", '%00', 'ＮＣＴ０６９１６４０３', 'x'.repeat(3000)]) {
        test(`an id that is none: ${JSON.stringify(garbage.slice(0, 30))}`, async () => {
            const response = await fresh(`/study?id=${encodeURIComponent(garbage)}`);
            // A short number may be meant: NCT123 is NCT00000123, which then is not here.
            assert.ok([404, 400].includes(response.status()), `status ${response.status()}`);
            assert.ok(await page.locator('main a[href="/"]').first().isVisible(), 'there is a way on');
            assert.equal(await page.locator('main script').count(), 0);
            assert.deepEqual(page.troubles.filter((trouble) => !/status of 40[04]/.test(trouble)), []);
        });
    }

    test('addresses have one form', async () => {
        const asked = async (path) => {
            const response = await fetch(visits.site.url + path, { redirect: 'manual' });
            return [response.status, (response.headers.get('location') ?? '').replace(visits.site.url, '')];
        };
        const digits = id.slice(3).replace(/^0+/, '');
        assert.deepEqual(await asked(`/study/${id.toLowerCase()}`), [301, study]);
        assert.deepEqual(await asked(`/study/NCT${digits}`), digits.length === 8 ? [200, ''] : [301, study]);
        assert.deepEqual(await asked(`${study}/`), [301, study]);
        assert.deepEqual(await asked(`${study}/protocolSection/`), [301, `${study}/protocolSection`]);
        assert.deepEqual(await asked('/modules/'), [301, '/modules']);
        const holder = records.find((one) => one.protocolSection.identificationModule.nctIdAliases?.length > 0);
        const alias = holder.protocolSection.identificationModule.nctIdAliases[0];
        assert.deepEqual(await asked(`/study/${alias}`), [301, `/study/${idOf(holder)}`]);
        assert.equal((await asked(`${study}/protocolSection/armsInterventionsModule/armGroups/99`))[0], 404);
        assert.equal((await asked(`${study}?version=1`))[0], 200);
        assert.equal((await asked(`${study}?version=99`))[0], 404);
    });

    test('by keyboard alone', async () => {
        await fresh('/');
        assert.equal(await tabTo(page, 'a.skip'), 1, 'the skip link comes first');
        assert.ok(await page.locator('a.skip').isVisible());
        assert.ok(await focusShows(page), 'the focus shows on the skip link');
        await tabTo(page, 'input[name=id]');
        assert.ok(await focusShows(page), 'the focus shows on the box');
        await page.keyboard.type(id);
        await page.keyboard.press('Enter');
        await page.waitForURL('**' + study);

        await tabTo(page, 'a.skip');
        await page.keyboard.press('Enter');
        assert.equal(new URL(page.url()).hash, '#content');

        await page.goto(study);
        await tabTo(page, 'nav.contents a');
        assert.ok(await focusShows(page), 'the focus shows in the contents');
        const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
        await page.keyboard.press('Enter');
        assert.equal(new URL(page.url()).hash, target);

        await tabTo(page, 'summary');
        assert.ok(await focusShows(page), 'the focus shows on an explanation');
        const opened = () => page.evaluate(() => document.activeElement.parentElement.open);
        assert.equal(await opened(), false);
        await page.keyboard.press('Enter');
        assert.equal(await opened(), true);
        await page.keyboard.press('Space');
        assert.equal(await opened(), false);
        assert.deepEqual(page.troubles, []);
    });
});
