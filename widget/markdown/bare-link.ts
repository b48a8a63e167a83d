import { safeUrl } from './safe-url.ts';

/** An address that stands in a text without any markup. `start` and `end` are positions in that text. */
export type BareLink = { start: number; end: number; href: string };

// The length before an @ is that of RFC 5321.
const ADDRESS = /\bhttps?:\/\/|\b\w[\w.+-]{0,63}@[a-z\d.-]+/gi;
// White space, quotes, angle brackets, invisible and direction-changing characters, and the punctuation of
// scripts that put no space behind an address.
const END = /[\s<>"`\p{C}\u3001-\u3011\uff01-\uff1f\u060c\u061f]/u;
const TRAILING = /[.,:;!?'*_~-]/;

/** The first http(s) or e-mail address that starts at `from` or later. */
export function findBareLink(text: string, from: number): BareLink | null {
  ADDRESS.lastIndex = from;
  for (let match = ADDRESS.exec(text); match; match = ADDRESS.exec(text)) {
    const start = match.index;
    const isEmail = match[0].includes('@');
    let end = isEmail ? ADDRESS.lastIndex : webAddressEnd(text, start);
    while (TRAILING.test(text.charAt(end - 1))) end--;
    const address = text.slice(start, end);
    const href = safeUrl(isEmail ? `mailto:${address}` : address);
    if (href && (!isEmail || /@.*\./.test(address))) return { start, end, href };
    // To look into what failed again would cost the square of its length.
    ADDRESS.lastIndex = Math.max(ADDRESS.lastIndex, end);
  }
  return null;
}

/** A web address also ends at a closing bracket that it did not open. */
function webAddressEnd(text: string, start: number): number {
  let open = 0;
  let end = start;
  for (; end < text.length && !END.test(text.charAt(end)); end++) {
    const character = text.charAt(end);
    if (character === '(' || character === '[') open++;
    if ((character === ')' || character === ']') && --open < 0) break;
  }
  return end;
}
