import type { Theme } from './theme.ts';

/**
 * Where the shop is. The demo listens on both loopback names, and the one that this page does not use is another origin,
 * as a real customer's site would be. Its chat speaks `language`. For a new visitor the shop forgets the chat of the one before.
 */
export function shopAddress(
  page: URL,
  { theme, language, isNewVisitor }: { theme: Theme; language: string; isNewVisitor: boolean },
): string {
  const shop = new URL('/shop', page);
  shop.hostname = OTHER_LOOPBACK[page.hostname] ?? page.hostname;
  shop.searchParams.set('theme', theme);
  shop.searchParams.set('language', language);
  if (isNewVisitor) shop.searchParams.set('fresh', '');
  return shop.href;
}

const OTHER_LOOPBACK: Record<string, string> = {
  localhost: '127.0.0.1',
  '127.0.0.1': 'localhost',
};
