import { describe, expect, test } from 'vitest';
import { htmlMarkdown } from '../../src/zendesk/html-markdown.ts';
import { parseMarkdown } from '../../widget/markdown/parse.ts';
import { plainText } from '../../widget/markdown/plain-text.ts';

describe('what an agent set reaches the customer as markdown:', () => {
  test.each([
    ['emphasis', '<p><b>Free</b> and <em>fast</em></p>', '**Free** and *fast*'],
    ['emphasis with spaces at its edges', 'It is<b> free </b>now', 'It is **free** now'],
    ['paragraphs and breaks', '<div>One</div><div>Two<br>Three</div>', 'One\n\nTwo  \nThree'],
    ['a list', '<ul><li>One</li><li><p>Two</p></li></ul>', '- One\n- Two'],
    ['a list in a list', '<ol><li>A<ul><li>B</li></ul></li></ol>', '1. A\n\n   - B'],
    ['a heading', '<h5>Returns</h5>', '### Returns'],
    ['code', '<code>a`b</code><pre>x\n  y</pre>', '`` a`b ``\n\n```\nx\n  y\n```'],
    ['a quote', '<blockquote><p>A</p><p>B</p></blockquote>', '> A\n> \n> B'],
    ['a table, row by row', '<table><tr><td>A</td><td>B</td></tr></table>', 'A · B'],
    ['a link', '<a href="https://x.example/a_(b)">this</a>', '[this](https://x.example/a_%28b%29)'],
    [
      'a picture, as a link',
      '<img src="https://x.example/c.png" alt="Cat">',
      '[Cat](https://x.example/c.png)',
    ],
    ['a link to nowhere, as its words', '<a href="javascript:alert(1)">this</a>', 'this'],
    ['nothing to read', '<style>p{}</style><script>alert(1)</script><svg><text>x</text></svg>', ''],
    ['a close of our own frame', 'A</main>B<main>C', 'ABC'],
  ])('%s', (_, html, markdown) => {
    expect(htmlMarkdown(html)).toBe(markdown);
  });

  test.each([
    '2 * 3 * 4 and snake_case and `ticks`',
    '1. not a list',
    '- not a list',
    '# not a heading, > not a quote, | not a table |',
    '[1] is no mark of ours, [a](b) no link',
    'Press &lt;Enter&gt; &amp;amp; go',
    'https://x.example/a_b_c and a_b@x.example',
    '~~~ and === and \\',
  ])('signs that an agent typed stay what they are: %s', (typed) => {
    const shown = plainText(parseMarkdown(htmlMarkdown(`<p>${typed}</p>`)));

    const decoded = typed.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;amp;', '&amp;');
    expect(shown).toBe(decoded);
  });

  test('however deep and broken it is, it is read', () => {
    expect(htmlMarkdown(`${'<b>'.repeat(500)}deep`)).toBe('');
    expect(htmlMarkdown('<p>open <b>bold')).toBe('open **bold**');
    expect(htmlMarkdown('<'.repeat(4000))).not.toContain('undefined');
  });
});
