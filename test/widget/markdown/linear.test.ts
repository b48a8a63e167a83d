import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../widget/markdown/parse.ts';
import { spokenText } from '../../../widget/markdown/plain-text.ts';

/** Characters: so many that what is done once, or only at first, does not show. */
const LENGTH = 65_536;

/** One unit of each kind of text that makes a careless parser look back, or ahead, again and again. */
const UNITS: Readonly<Record<string, string>> = {
  'opened brackets': '[',
  'opened links': '[a](',
  'links opened with a title': '[a](b "',
  'links in opened brackets': '[[a](https://x.example)',
  'nested images': '![',
  'opened emphasis': '*a _b **c ',
  'closed emphasis': 'a* b_ c** ',
  'marks in a row': '*',
  'backticks of growing length': '`a``b```c````d`````e',
  'quotes in quotes': '>',
  'lists in lists': '- ',
  'lists in lists, one per line': '- a\n',
  'table columns': '|-',
  'failing web addresses': 'http://[',
  'web addresses': 'https://x.example/(',
  'at signs': 'a@',
  'opened angle brackets': '<https:',
  spaces: ' ',
  'heading marks': '# # ',
  tabs: '\t',
  backslashes: '\\',
  ampersands: '&#',
  'empty lines': '\n',
};

/** So short a time, in ms, that it says nothing of growth. */
const AT_ONCE = 100;
/** Four times the text: linear is 4, quadratic 16. */
const STILL_LINEAR = 9;
/** A machine that is busy makes some measurements look bad; growth makes all of them. */
const MEASUREMENTS = 5;
const TIMEOUT_MS = 120_000;

describe('a hostile answer costs time in proportion to its length', () => {
  test.each(Object.entries(UNITS))('%s', { timeout: TIMEOUT_MS }, (_name, unit) => {
    const text = unit.repeat(LENGTH / unit.length);

    for (const start of ['', 'a']) {
      let growth = Infinity;
      for (let n = 0; n < MEASUREMENTS && growth >= STILL_LINEAR; n += 1) {
        growth = Math.min(growth, measureGrowth(start, text));
      }

      expect(growth).toBeLessThan(STILL_LINEAR);
    }
  });
});

/** How much longer four times the text takes; 0 where it is done at once. */
function measureGrowth(start: string, text: string): number {
  const long = leastWork(() => spokenText(parseMarkdown(start + text.repeat(4))));
  if (long < AT_ONCE) return 0;
  return long / leastWork(() => spokenText(parseMarkdown(start + text)));
}

/**
 * The least of a few runs, in ms of this process' own work: what other processes do does not count. One that is done at
 * once is enough.
 */
function leastWork(run: () => unknown): number {
  let least = Infinity;
  for (let runs = 0; runs < 3 && least >= AT_ONCE; runs += 1) {
    const start = process.cpuUsage();
    run();
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}
