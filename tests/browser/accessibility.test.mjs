// axe-core on each kind of page, light and dark, on a phone and on a desk, with all explanations open.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { desk, openPage, phone, startBrowser, visibleText } from './support/browser.mjs';
import { kindsOfPage } from './support/kinds_of_page.mjs';
import { inventedRecords } from './support/records.mjs';
import { startSite } from './support/site.mjs';

const studies = 400;
const kinds = kindsOfPage(inventedRecords(studies));

describe('accessibility', () => {
    let site, browser;
    before(async () => { site = await startSite({ studies }); browser = await startBrowser(); });
    after(async () => { await browser?.close(); await site?.stop(); });

    for (const [kind, path] of kinds) {
        test(kind, async () => {
            const findings = [];
            for (const colorScheme of ['light', 'dark']) {
                const page = await openPage(browser, site, { colorScheme });
                await page.goto(path);
                await visibleText(page); // opens what is closed
                await page.evaluate(axe.source);
                for (const viewport of [phone, desk]) {
                    await page.setViewportSize(viewport);
                    const report = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
                    for (const { id, impact, nodes } of report.violations) {
                        if (impact !== 'serious' && impact !== 'critical') continue;
                        findings.push(`${colorScheme}, ${viewport.width} px: ${impact}: ${id}: ${nodes.length} times, as in `
                            + `${nodes[0].target.join(' ')}: ${nodes[0].failureSummary.replace(/\s+/g, ' ')}`);
                    }
                }
                await page.context().close();
            }
            assert.deepEqual(findings, []);
        });
    }
});
