import { expect, test } from 'vitest';
import { duration } from '../../../src/demo/page/duration.ts';

test.each([
  [-500, '0 seconds', '0s'],
  [1999, '1 second', '1s'],
  [42_000, '42 seconds', '42s'],
  [60_000, '1 minute', '1m'],
  [3_599_000, '59 minutes', '59m'],
  [7_200_000, '2 hours', '2h'],
  [86_400_000, '1 day', '1d'],
])('%i ms are said as %s, or %s', (ms, long, narrow) => {
  expect(duration(ms)).toBe(long);
  expect(duration(ms, 'narrow')).toBe(narrow);
});
