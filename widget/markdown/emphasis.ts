import type { Piece } from './piece.ts';

const MAX_RUN = 9; // a longer run of marks is text, which bounds how deep emphasis nests
const MAX_OPENERS = 32; // a mark is forgotten when this many younger ones are waiting for their pair

const PUNCTUATION = /[\p{P}\p{S}]/u;
// Thai, Japanese, Chinese, Korean: no spaces between words or before endings, where CommonMark leaves `**「A」**B` unread.
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]/;

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
  const isLeft = length <= MAX_RUN && leans(after, before);
  const isRight = length <= MAX_RUN && leans(before, after);
  // Only `*` marks a part of a word: snake_case_names are words.
  const isStar = mark === '*';
  return {
    piece,
    mark,
    length,
    canOpen: isLeft && (isStar || !isRight || PUNCTUATION.test(before)),
    canClose: isRight && (isStar || !isLeft || PUNCTUATION.test(after)),
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
      for (const { piece } of [opener, closer]) piece.text = piece.text.slice(size);
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
  if (!opener.canClose && !closer.canOpen) return true;
  return (opener.length + closer.length) % 3 !== 0 || opener.length % 3 === 0;
}

/** Whether marks belong to the characters on this side of them. No character is the end of the text. */
function leans(near: string, far: string): boolean {
  if (!near.trim()) return false;
  return !PUNCTUATION.test(near) || !far.trim() || PUNCTUATION.test(far) || UNSPACED.test(far);
}
