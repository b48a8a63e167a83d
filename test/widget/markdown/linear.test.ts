import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../widget/markdown/parse.ts';
import { spokenText } from '../../../widget/markdown/plain-text.ts';

const LENGTH = 16_384; // characters

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

describe('a hostile answer costs time in proportion to its length', () => {
  test.each(Object.entries(UNITS))('%s', (_name, unit) => {
    const text = unit.repeat(LENGTH / unit.length);

    for (const start of ['', 'a']) {
      const short = leastWork(() => spokenText(parseMarkdown(start + text)));
      const long = leastWork(() => spokenText(parseMarkdown(start + text.repeat(4))));

      // Linear is 4, quadratic 16. So short a time that it says nothing of growth is fine too.
      expect(long < 30 || long / short < 9).toBe(true);
    }
  });
});

/** The least of a few runs, in ms of this process' own work: what other processes do does not count. */
function leastWork(run: () => unknown): number {
  const works = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...works);
}
