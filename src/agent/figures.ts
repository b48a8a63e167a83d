const NUMBER_WORDS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
);
const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ');
for (const [index, word] of TENS.entries()) NUMBER_WORDS.set(word, (index + 3) * 10);

const FIGURE = /\d+(?:[.,:]\d+)*/g;

/** Whether every figure of a text stands in what it may rest on, however it is written: `4,50`, `4.50`, `four`. */
export type KnownFigures = (text: string) => boolean;

/** Reads the figures of texts that an answer or a summary may rest on. */
export function knownFigures(sources: readonly string[]): KnownFigures {
  const known = new Set<string>();
  for (const source of sources.map(plainDigits)) {
    for (const figure of source.match(FIGURE) ?? []) {
      for (const way of [written(figure), digitsOf(figure), ...partsOf(figure)]) known.add(way);
    }
    for (const word of source.toLowerCase().match(/[a-z]+/g) ?? []) {
      const number = NUMBER_WORDS.get(word);
      if (number !== undefined) known.add(String(number));
    }
  }
  return (text) =>
    (plainDigits(text).match(FIGURE) ?? []).every(
      (figure) =>
        known.has(written(figure)) ||
        known.has(digitsOf(figure)) ||
        partsOf(figure).every((part) => known.has(part)),
    );
}

/** Any script's digits as ours. */
function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** Unicode keeps the ten digits of a script side by side, from zero; before a zero there is none of the same script. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** `04,50` and `4.50` are the same, and so are `14:00` and `14`. */
function written(figure: string): string {
  return figure
    .replace(/[,:]/g, '.')
    .replace(/(?:\.0+)+$/, '')
    .replace(/^0+(?=\d)/, '');
}

/** `10,000` and `10000` are the same. */
function digitsOf(figure: string): string {
  return figure.replace(/\D/g, '');
}

/** `23.11.2026` and `2026-11-23` are the same. */
function partsOf(figure: string): string[] {
  return figure.split(/[.,:]/).map((part) => part.replace(/^0+(?=\d)/, ''));
}
