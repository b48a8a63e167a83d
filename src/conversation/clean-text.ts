// Control characters but tab and line end, and the marks that reorder text on the screen of whoever reads it.
// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text as agents may see it: well-formed UTF-16, `\n` as line end, nothing invisible that changes how it reads. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '');
}

/** Nothing in it can be seen. */
export function isBlank(text: string): boolean {
  return cleanText(text).trim() === '';
}
