import { safeAddress } from './safe-address.ts';

const SIGNS = /[\\`*_[\]<>#|~]|&(?=#?\w)/g;
/** Addresses are found as they stand; an escaped sign would break them. */
const ADDRESS = /(https?:\/\/\S+|[\w.+-]+@[\w-]+\.[\w.-]+)/i;
/** What would begin a list or a rule, or make a heading of the line before. */
const LINE_START = /^([-+=])|^(\d{1,9})([.)])(?=\s|$)/gm;

/** Words that are shown in markdown as they stand. */
export function escapeMarkdown(text: string): string {
  return text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(SIGNS, '\\$&')))
    .join('');
}

/** Lines that stay words, whatever they begin with. */
export function escapeLineStarts(lines: string): string {
  return lines.replace(LINE_START, (_, sign = '', digits = '', mark = '') =>
    digits ? `${digits}\\${mark}` : `\\${sign}`,
  );
}

/** Emphasis must touch its words: white space goes outside. */
export function surrounded(sign: string, text: string): string {
  const words = text.trim();
  if (!words) return text;
  const start = text.indexOf(words);
  return text.slice(0, start) + sign + words + sign + text.slice(start + words.length);
}

export function codeSpan(text: string): string {
  const words = text.trim();
  if (!words) return '';
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${words} ${ticks}` : ticks + words + ticks;
}

/** A link, or its words alone where the address is none that we open. */
export function link(words: string, href: string | undefined): string {
  const address = safeAddress(href);
  if (address === null) return words;
  const target = address.replace(
    /[()\\<>`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${words.trim() || escapeMarkdown(address)}](${target})`;
}

export function quoted(text: string): string {
  return text && text.replace(/^/gm, '> ');
}
