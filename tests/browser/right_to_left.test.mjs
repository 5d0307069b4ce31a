// Records in other scripts: Arabic runs from right to left by itself and moves nothing of ours, and long Chinese names stay
// within their places.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { desk, phone } from './support/browser.mjs';
import { visitsOf } from './support/visits.mjs';

const record = fileURLToPath(new URL('../golden/records/other-scripts.json', import.meta.url));
const study = '/study/NCT90990001';

// Where the first and the last letter of a text stand: { first, last } as rectangles, of the first element that holds it.
const endsOf = (page, text, selector) => page.evaluate(({ text, selector }) => {
    const element = [...document.querySelectorAll(selector)].find((one) => one.textContent.includes(text));
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const letters = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.length; at++) {
            if (!node.data[at].trim()) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            letters.push(range.getBoundingClientRect());
        }
    }
    const { left, right } = element.getBoundingClientRect();
    return { left, right, first: letters[0], last: letters.at(-1) };
}, { text, selector });

describe('other scripts', () => {
    const visits = visitsOf({ files: [record] });

    test('an Arabic paragraph begins at the right and ends with its stop at the left', async () => {
        await visits.fresh(study, { viewport: desk });
        for (const [text, selector] of [['تهدف هذه الدراسة', '.prose p'], ['دراسة عشوائية', '.official-title']]) {
            const ends = await endsOf(visits.page, text, selector);
            assert.ok(ends.right - ends.first.right < 4, `“${text}” begins at the right edge`);
            assert.ok(ends.last.left < ends.first.left - 40, `“${text}” ends left of its beginning`);
        }
    });

    test('bullets and numbers stand where a line begins', async () => {
        await visits.fresh(study, { viewport: phone });
        const paddings = await visits.page.evaluate(() => [...document.querySelectorAll('.criteria > li')].map((item) => {
            const style = getComputedStyle(item);
            return { text: item.textContent.slice(0, 20), direction: style.direction, left: parseFloat(style.paddingLeft), right: parseFloat(style.paddingRight) };
        }));
        const arabic = paddings.filter(({ direction }) => direction === 'rtl');
        assert.equal(arabic.length, 1, JSON.stringify(paddings));
        assert.ok(arabic[0].right > 10 && arabic[0].left === 0);
        for (const { direction, left, right } of paddings) assert.ok(direction === 'rtl' || (left > 10 && right === 0));
    });

    test('Arabic in a line of ours moves no number and no comma', async () => {
        await visits.fresh(`${study}/sites`, { viewport: desk });
        const town = await endsOf(visits.page, '11511', '.town');
        assert.ok(town.last.right > town.first.right, 'the code stands behind the town');
        await visits.fresh(`${study}/results/flow`, { viewport: desk });
        const reason = await visits.page.evaluate(() => {
            const text = [...document.querySelectorAll('.flow-reason')].find((one) => /[\u0600-\u06ff]/.test(one.textContent));
            const at = (index) => text.getExtentOfChar(index).x;
            return { number: at(0), word: at(text.textContent.length - 2) };
        });
        assert.ok(reason.number < reason.word, 'the number stands before the reason');
    });

    for (const part of ['', '?view=researcher', '/sites', '/results', '/results/flow', '/results/baseline', '/results/outcomes', '/results/outcomes/1', '/results/outcomes/3', '/results/adverse-events', '/related']) {
        test(`nothing sticks out or collides: ${part || 'the study'}`, async () => {
            await visits.fresh(study + part, { viewport: phone });
            const found = await visits.page.evaluate(() => {
                for (const details of document.querySelectorAll('details')) details.open = true;
                const collisions = [];
                for (const chart of document.querySelectorAll('svg.chart')) {
                    const figures = [...chart.querySelectorAll('.row-figure')].map((one) => one.getBoundingClientRect());
                    for (const label of chart.querySelectorAll('.row-label')) {
                        const box = label.getBoundingClientRect();
                        const hit = figures.find((figure) => Math.abs(figure.top - box.top) < 4 && figure.left < box.right + 2);
                        if (hit) collisions.push(label.textContent);
                    }
                }
                return { collisions, wide: document.documentElement.scrollWidth };
            });
            assert.deepEqual(found.collisions, []);
            assert.ok(found.wide <= phone.width, `${found.wide} px wide`);
        });
    }
});
