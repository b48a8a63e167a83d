import { expect, test } from 'vitest';
import { articleText, plainLine } from '../../src/knowledge/article-text.ts';

test.each([
  [
    'headings of any level',
    '<h1>One</h1><p>a</p><h4>Two <b>b</b></h4><h2></h2>',
    '## One\n\na\n\n## Two b',
  ],
  [
    'lists',
    '<ul><li>a</li><li><p>b</p></li></ul><ol><li>c</li><li>d</li></ol>',
    '- a\n- b\n\n1. c\n2. d',
  ],
  ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n  - b'],
  [
    'tables',
    '<table><thead><tr><th>To</th><th>Days</th></tr></thead><tbody><tr><td><p>US</p></td><td>3</td></tr></tbody></table>',
    '| To | Days |\n| --- | --- |\n| US | 3 |',
  ],
  [
    'a table that is only a frame',
    '<table><tr><td><h2>Tip</h2><p>a</p></td></tr></table>',
    '## Tip\n\na',
  ],
  [
    'questions that unfold',
    '<details><summary>Why?</summary><p>So.</p></details>',
    '## Why?\n\nSo.',
  ],
  ['links', '<p>See <a href="https://x.example/y">this page</a>.</p>', 'See this page.'],
  [
    'entities',
    '<p>Alder &amp; Finch&nbsp;&ndash; caf&eacute;</p><p>&nbsp;</p>',
    'Alder & Finch – café',
  ],
  ['line breaks', '<p>a<br>b</p>', 'a\nb'],
])('%s are readable', (_what, html, text) => {
  expect(articleText(html)).toBe(text);
});

test.each([
  ['scripts', '<p>a</p><script>alert(1)</script><style>p{}</style>'],
  ['videos', '<p>a</p><iframe src="https://v.example">watch</iframe><video>no video</video>'],
  ['images', '<p>a <img src="data:image/png;base64,AAAA" alt="b"></p>'],
  ['what is hidden', '<p>a</p><p hidden>b</p><div style="display:none">c</div>'],
  ['placeholders of dynamic content', '<p>a {{dc.footer}}</p>'],
])('%s are left out', (_what, html) => {
  expect(articleText(html)).toBe('a');
});

test('an image of many megabytes in the page costs nothing of the text', () => {
  const html = `<p>before <img src="data:image/png;base64,${'A'.repeat(3_000_000)}"> after</p>`;

  expect(articleText(html)).toBe('before after');
});

test.each([
  ['endless', '<p>word </p>'.repeat(200_000)],
  ['of a megabyte', `<p>${'many words '.repeat(100_000)}</p>`],
  ['nested without end', `${'<div>'.repeat(100_000)}x`],
  ['broken', '<table><tr><td><b>'.repeat(5_000)],
])('an article that is %s breaks nothing', (_what, html) => {
  expect(articleText(html).length).toBeLessThanOrEqual(100_000);
});

test('a title is one line', () => {
  expect(plainLine(' Where is\n my&nbsp;order? {{dc.x}} '.replace('&nbsp;', '\u00a0'))).toBe(
    'Where is my order?',
  );
});
