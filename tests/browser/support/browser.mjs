// Debian's Chromium, driven by playwright-core.
import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];

export const phone = { width: 400, height: 800 };
export const desk = { width: 1400, height: 900 };

export const startBrowser = () =>
    chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags, headless: true });

// A page in a context of its own. `page.troubles` collects what a reader's console would show: errors, failed requests,
// and anything asked of another host.
export async function openPage(browser, site, options = {}) {
    const context = await browser.newContext({ baseURL: site.url, viewport: desk, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    page.troubles = [];
    page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') page.troubles.push(message.text());
    });
    page.on('pageerror', (error) => page.troubles.push(String(error)));
    page.on('requestfailed', (request) => {
        // Going on to the next page gives up what the last one was still fetching.
        if (request.failure().errorText !== 'net::ERR_ABORTED') page.troubles.push(`${request.url()}: ${request.failure().errorText}`);
    });
    page.on('request', (request) => {
        if (!request.url().startsWith(site.url)) page.troubles.push(`${request.url()} is asked for`);
    });
    return page;
}

// What a reader sees when every explanation is open, without the raw JSON; in the letters of the page, whatever case the
// style shows them in. `region` is a selector; with `heading`, the id of one, everything up to the next of its level.
export async function visibleText(page, { region = 'body', heading = null } = {}) {
    return page.evaluate(({ region, heading }) => {
        const plain = new CSSStyleSheet();
        plain.replaceSync('* { text-transform: none !important } [data-raw], .raw-json { display: none !important }');
        document.adoptedStyleSheets = [plain];
        for (const details of document.querySelectorAll('details')) details.open = true;
        if (!heading) return document.querySelector(region)?.innerText ?? null;
        const start = document.getElementById(heading);
        if (!start) return null;
        const section = start.closest('section');
        if (section) return section.innerText;
        const level = start.tagName;
        let text = start.innerText;
        for (let next = start.nextElementSibling; next && next.tagName !== level; next = next.nextElementSibling) {
            text += '\n' + next.innerText;
        }
        return text;
    }, { region, heading });
}

export const squeezed = (text) => text.replace(/\s+/g, ' ').trim();
