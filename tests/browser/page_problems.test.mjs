// The strict reader itself: each fault that the crawl looks for is found when it is there, and nothing when it is not.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { problemsOf, textsOfNode, wordsOf } from './support/page_problems.mjs';

const sound = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A study</title></head><body><main id="content">'
    + '<dl><div><dt>Masking</dt><dd>None (open label) <code>NONE</code></dd></div></dl><pre><code>{"why": null, "or": "\\&gt;"}</code></pre>'
    + '<table><thead><tr><td></td><th scope="col">A &lt;b&gt; &amp; c</th></tr></thead></table></main></body></html>';

test('a sound page has no problems', () => assert.deepEqual(problemsOf(sound, new Set()).problems, []));

for (const [fault, from, to] of [
    ['text of a record that became an element', 'A study', '<marquee>A study</marquee>'],
    ['a bare <', 'None (open', 'age < 3 None (open'],
    ['an element that is not closed', '</dd>', ''],
    ['elements that cross', '</dd></div>', '</div></dd>'],
    ['an inline handler', '<dt>', '<dt onclick="alert(1)">'],
    ['an inline style', '<dt>', '<dt style="color: red">'],
    ['a quote that ended an attribute', '<dt>', '<dt title="a"b">'],
    ['a label without words', 'Masking', ' '],
    ['a value without words', 'None (open label) <code>NONE</code>', ''],
    ['a link without a name', 'Masking', '<a href="/"></a>Masking'],
    ['None', 'None (open label) <code>NONE</code>', 'None'],
    ['undefined', 'Masking', 'undefined'],
    ['a dash for a value', 'None (open label) <code>NONE</code>', '-'],
    ['a character reference that was escaped twice', '&amp; c', '&amp;lt; c'],
    ['an escape of CommonMark', 'Masking', 'Masking \\>'],
    ['an id twice', '<dt>', '<dt id="content">'],
]) {
    test(fault, () => {
        assert.ok(sound.includes(from));
        assert.notDeepEqual(problemsOf(sound.replace(from, to), new Set()).problems, []);
    });
}

test('what the record itself says is no problem', () => {
    const words = wordsOf({ a: { criteria: 'Exclusion:\n\n* None\n* Age' } });
    assert.deepEqual(problemsOf(sound.replace('None (open label) <code>NONE</code>', 'None'), words).problems, []);
});

test('texts of a node are its own, without dates and markup', () => {
    const record = { a: { list: [{ name: 'One', day: '2020-01', other: ['Two', 'Th*ree'], below: { name: 'Four' } }] } };
    assert.deepEqual(textsOfNode(record, 'a/list/0'), ['One', 'Two']);
});
