import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shopPage } from '../../../src/demo/shop/shop-page.ts';

const template = readFileSync('src/demo/shop/index.html', 'utf8');
const proxy = 'http://localhost:3000';

test('the shop loads the chat from the proxy by the real script tag', () => {
  const page = shopPage(template, proxy, new URL('http://127.0.0.1:3000/shop'));

  expect(page.replace(/\s+/g, ' ')).toContain(
    '<script async src="http://localhost:3000/baton.js" data-theme="auto" data-locale="en" ></script>',
  );
  expect(page).not.toContain('{{');
});

test('the shop and its chat take the theme that the demo page asks for', () => {
  const page = shopPage(template, proxy, new URL('http://127.0.0.1:3000/shop?theme=dark'));

  expect(page.match(/data-theme="dark"/g)).toHaveLength(2);
});

test('the chat speaks the language that the demo page asks for', () => {
  const page = shopPage(template, proxy, new URL('http://127.0.0.1:3000/shop?language=ar-XB'));

  expect(page).toContain('data-locale="ar-XB"');
});

test('nothing else from the address gets into the page', () => {
  const request = new URL('http://127.0.0.1:3000/shop');
  request.searchParams.set('theme', '"><script>alert(1)</script>');
  request.searchParams.set('language', '"><script>alert(1)</script>');

  const page = shopPage(template, proxy, request);

  expect(page).not.toContain('alert(1)');
});
