/** Conversations API (OpenAPI 17.0.0): longest text of one message, in UTF-16 units. */
export const MAX_TEXT = 4096;

/** Splits a text into pieces of at most `limit` UTF-16 units, preferably at line ends or spaces, never inside a surrogate pair. */
export function cutText(text: string, limit = MAX_TEXT): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = cutAt(rest, limit);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest || pieces.length === 0) pieces.push(rest);
  return pieces;
}

function cutAt(text: string, limit: number): number {
  const earliest = Math.floor(limit / 2);
  for (const separator of ['\n', ' ']) {
    const found = text.lastIndexOf(separator, limit - 1);
    if (found >= earliest) return found + 1;
  }
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
