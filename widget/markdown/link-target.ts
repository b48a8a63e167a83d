import { unescapeMarkdown } from './entity.ts';

const MAX_PARENTHESES = 32; // CommonMark lets a reader stop here, and it keeps hostile input linear
const SPACE = /\s*/y;
const TITLE = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)/y;
const POINTED = /<(?:[^<>\\\n]|\\.)*>/y;

/** Reads `address "title")` just behind the `(` of an inline link. The title has no use here. */
export function readLinkTarget(
  text: string,
  from: number,
): { address: string; end: number } | null {
  const start = skip(SPACE, text, from);
  const pointedEnd = skip(POINTED, text, start);
  const isPointed = pointedEnd > start;
  const addressEnd = isPointed ? pointedEnd : plainAddressEnd(text, start);
  let end = skip(SPACE, text, addressEnd);
  if (end > addressEnd) end = skip(SPACE, text, skip(TITLE, text, end));
  if (text[end] !== ')') return null;
  const address = text.slice(start, addressEnd);
  return { address: unescapeMarkdown(isPointed ? address.slice(1, -1) : address), end: end + 1 };
}

function plainAddressEnd(text: string, start: number): number {
  let open = 0;
  let at = start;
  for (; text[at] !== '<' && text.charCodeAt(at) > 32; at++) {
    if (text[at] === '\\' && text.charCodeAt(at + 1) > 32) at++;
    else if (text[at] === '(' && ++open > MAX_PARENTHESES) break;
    else if (text[at] === ')' && --open < 0) break;
  }
  return at;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
