import type { Piece } from './piece.ts';

const MAX_RUN = 9; // a longer run of marks is text, which bounds how deep emphasis nests
const MAX_OPENERS = 32; // a mark is forgotten when this many younger ones are waiting for their pair

const PUNCTUATION = /[\p{P}\p{S}]/u;
// Scripts without spaces between words, where CommonMark leaves `**「A」**B` unread.
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]/u;

/** A run of `*` or `_`. The text of its piece is what no pair has taken yet. */
export type Delimiter = {
  piece: Piece;
  mark: string;
  length: number;
  canOpen: boolean;
  canClose: boolean;
};

/** What the run of marks that is this piece's text may do, by the characters on both sides of it. */
export function delimiter(piece: Piece, before: string, after: string): Delimiter {
  const mark = piece.text.charAt(0);
  const { length } = piece.text;
  const isLeft = leans(after, before);
  const isRight = leans(before, after);
  const inWord = mark === '_';
  return {
    piece,
    mark,
    length,
    canOpen: length <= MAX_RUN && isLeft && (!inWord || !isRight || PUNCTUATION.test(before)),
    canClose: length <= MAX_RUN && isRight && (!inWord || !isLeft || PUNCTUATION.test(after)),
  };
}

/** Pairs runs by the rules of CommonMark and writes the pairs into their pieces. */
export function pairDelimiters(delimiters: readonly Delimiter[]): void {
  const openers: Delimiter[] = [];
  for (const closer of delimiters) {
    while (closer.canClose && closer.piece.text) {
      const index = openers.findLastIndex((opener) => isPair(opener, closer));
      const opener = openers[index];
      if (!opener) break;
      openers.length = index + 1;
      const size = opener.piece.text.length > 1 && closer.piece.text.length > 1 ? 2 : 1;
      opener.piece.text = opener.piece.text.slice(size);
      closer.piece.text = closer.piece.text.slice(size);
      opener.piece.opens.unshift({ type: size === 2 ? 'strong' : 'emphasis' });
      closer.piece.closes++;
      if (!opener.piece.text) openers.pop();
    }
    if (closer.canOpen && closer.piece.text) openers.push(closer);
    if (openers.length > MAX_OPENERS) openers.shift();
  }
}

/** The rule of three keeps `*a**b*` one emphasis. */
function isPair(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.mark !== closer.mark) return false;
  const isEither = opener.canClose || closer.canOpen;
  const isThird = opener.length % 3 === 0 && closer.length % 3 === 0;
  return !isEither || isThird || (opener.length + closer.length) % 3 !== 0;
}

/** Whether marks belong to the characters on this side of them. No character is the end of the text. */
function leans(near: string, far: string): boolean {
  if (!near.trim()) return false;
  return !PUNCTUATION.test(near) || !far.trim() || PUNCTUATION.test(far) || UNSPACED.test(far);
}
