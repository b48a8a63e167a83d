/** A source of chance that gives the same for the same name, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  uuid(): string;
};

/** Streams of different names have nothing to do with each other: what one actor draws does not shift another. */
export function seededRandom(name: string): Random {
  const next = generator(name);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    uuid() {
      const hex = Array.from({ length: 32 }, () => between(0, 15).toString(16));
      hex[12] = '4';
      hex[16] = '8';
      const part = (from: number, to: number) => hex.slice(from, to).join('');
      return [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join('-');
    },
  };
}

/** sfc32 by Chris Doty-Humphrey, begun from an FNV-1a hash of the name. */
function generator(name: string): () => number {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  let [a, b, c, count] = [hash | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  function next(): number {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }
  for (let round = 0; round < 15; round += 1) next();
  return next;
}
