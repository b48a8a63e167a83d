import { safeUrl } from './safe-url.ts';

/** An address that stands in a text without any markup. `start` and `end` are positions in that text. */
export type BareLink = { start: number; end: number; href: string };

// A web address ends at white space, quotes, angle brackets, invisible and direction-changing characters,
// and at the punctuation of scripts that put no space behind it. The length before an @ is that of RFC 5321.
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"`\p{C}\u3001-\u3011\uff01-\uff1f\u060c\u061f]+|\b\w[\w.+-]{0,63}@[a-z\d.-]+/giu;
const TRAILING = /[.,:;!?'*_~-]/;

/** The first http(s) or e-mail address that starts at `from` or later. */
export function findBareLink(text: string, from: number): BareLink | null {
  ADDRESS.lastIndex = from;
  for (let match = ADDRESS.exec(text); match; match = ADDRESS.exec(text)) {
    const address = trimmed(match[0]);
    const isEmail = !address.includes('://');
    const href = safeUrl(isEmail ? `mailto:${address}` : address);
    if (href && (!isEmail || /@.*\./.test(address))) {
      return { start: match.index, end: match.index + address.length, href };
    }
  }
  return null;
}

/** Without the punctuation behind it, and without a bracket that was opened before it. */
function trimmed(address: string): string {
  let open = 0;
  let end = 0;
  for (; end < address.length; end++) {
    if ('(['.includes(address.charAt(end))) open++;
    if (')]'.includes(address.charAt(end)) && --open < 0) break;
  }
  while (TRAILING.test(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}
