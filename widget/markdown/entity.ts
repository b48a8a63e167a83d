// A browser could name all two thousand, but only through innerHTML. These are the ones models write.
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00a0'],
]);
const ESCAPE_OR_ENTITY = /\\([!-/:-@[-`{-~])|&#?\w{2,8};/g;

/** The text with backslash escapes and entities replaced by what they stand for. */
export function unescapeMarkdown(text: string): string {
  return text.replace(
    ESCAPE_OR_ENTITY,
    (source, escaped?: string) => escaped ?? decodeEntity(source),
  );
}

/** The character that an entity such as `&amp;`, `&#8364;` or `&#x20ac;` names, or the source itself. */
function decodeEntity(source: string): string {
  const name = source.slice(1, -1);
  const code = Number(name.replace(/^#x/i, '0x').replace('#', ''));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (NAMED.get(name) ?? source);
}
