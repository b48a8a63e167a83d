import { expect, test } from 'vitest';
import { planOf, type Doom } from './plan.ts';
import { CHAT_POINTS, FIRST_START_POINTS } from './points.ts';
import { seededRandom } from '../random.ts';

const namesOf = (dooms: readonly Doom[]) =>
  dooms.flatMap((doom) => (doom.type === 'named' ? [doom.point.name] : []));

test('no two points have the same name', () => {
  const names = [...CHAT_POINTS, ...FIRST_START_POINTS].map(({ name }) => name);

  expect(new Set(names).size).toBe(names.length);
});

test('the rounds together have exactly the kills that were asked for', () => {
  const rounds = planOf(120, seededRandom('a'));

  expect(rounds.map(({ length }) => length)).toEqual([40, 40, 40]);
});

test('fifty kills come at more than twenty-five points and also at random times', () => {
  const [dooms = []] = planOf(50, seededRandom('npm test'));

  expect(new Set(namesOf(dooms)).size).toBeGreaterThan(25);
  expect(dooms.filter(({ type }) => type === 'random').length).toBeGreaterThan(5);
});

test('five hundred kills come at every point, at none much more often than at another', () => {
  const names = namesOf(planOf(500, seededRandom('a')).flat());

  const counts = CHAT_POINTS.map(({ name }) => names.filter((each) => each === name).length);

  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

test('the same seed plans the same kills', () => {
  expect(planOf(50, seededRandom('a'))).toEqual(planOf(50, seededRandom('a')));
  expect(planOf(50, seededRandom('a'))).not.toEqual(planOf(50, seededRandom('b')));
});
