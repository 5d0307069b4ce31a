// A site of invented studies and a browser for the tests of one describe(): started before them, stopped after.
import { after, before } from 'node:test';
import axe from 'axe-core';
import { openPage, startBrowser } from './browser.mjs';
import { startSite } from './site.mjs';

// `visits.fresh(path, options)` goes there in a context of its own, which becomes `visits.page`.
export function visitsOf(options) {
    const visits = {
        site: undefined, browser: undefined, page: undefined,
        async fresh(path, pageOptions) {
            await visits.page?.context().close();
            visits.page = await openPage(visits.browser, visits.site, pageOptions);
            return visits.page.goto(path);
        },
        // The same for a test that keeps the page by a name of its own: take(page) gives it each new one.
        opener: (take) => async (path, pageOptions) => {
            const answer = await visits.fresh(path, pageOptions);
            take(visits.page);
            return answer;
        },
    };
    before(async () => { visits.site = await startSite(options); visits.browser = await startBrowser(); });
    after(async () => { await visits.browser?.close(); await visits.site?.stop(); });
    return visits;
}

// What axe-core finds on the page as it stands, serious and critical only: "id: …".
export async function seriousProblems(page) {
    await page.evaluate(axe.source);
    const report = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    return report.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}
