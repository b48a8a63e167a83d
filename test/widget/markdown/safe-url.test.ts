import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeUrl } from '../../../widget/markdown/safe-url.ts';

test.each([
  ['https://x.example/a?b#c', 'https://x.example/a?b#c'],
  ['HTTP://X.EXAMPLE', 'http://x.example/'],
  ['mailto:a@x.example', 'mailto:a@x.example'],
  ['tel:+4930123456', 'tel:+4930123456'],
  ['https://münchen.example', 'https://xn--mnchen-3ya.example/'],
])('%s may be opened', (text, href) => {
  expect(safeUrl(text)).toBe(href);
});

test.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:,a',
  '/a',
  'a',
  '',
  '//x.example',
])('%j is not opened', (text) => {
  expect(safeUrl(text)).toBeNull();
});

test('whatever is opened is a web page, a mail or a call', () => {
  const scheme = fc.constantFrom(
    'java',
    'script',
    'data',
    'https',
    'tel',
    '\t',
    '\n',
    ':',
    '/',
    'x',
  );

  fc.assert(
    fc.property(fc.array(fc.oneof(scheme, fc.string()), { maxLength: 8 }), (parts) => {
      const href = safeUrl(parts.join(''));

      expect(href ?? 'https:').toMatch(/^(?:https?|mailto|tel):/);
    }),
  );
});
