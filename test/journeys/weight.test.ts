import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Rows = z.array(
  z.object({
    path: z.union([z.string().transform((path) => [path]), z.array(z.string())]),
    limit: z
      .string()
      .regex(/^[\d.]+ kB$/)
      .transform((limit) => Number.parseFloat(limit)),
  }),
);

const rows = Rows.parse(JSON.parse(readFileSync('.size-limit.json', 'utf8'))).map(
  ({ path, limit }) => ({ paths: path.map(expressionOf), limit }),
);

const files = readdirSync('dist/widget', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => join('dist/widget', name));

/** Only `*` has a meaning there. */
function expressionOf(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]*')}$`);
}

/** What everybody needs to get an answer; it is weighed together. */
function isForEverybody(file: string): boolean {
  return /\/(baton|assets\/(panel|sending|answer|conversation-texts)-[\w-]+)\.js$/.test(file);
}

test('every file that a visitor may load is weighed under a name', () => {
  const known = rows.flatMap(({ paths }) => paths);

  expect(files.filter((file) => !known.some((path) => path.test(file)))).toEqual([]);
});

test('nothing is weighed that is not there any more', () => {
  const known = rows.flatMap(({ paths }) => paths);

  expect(known.filter((path) => !files.some((file) => path.test(file)))).toEqual([]);
});

test.each(['sending', 'team-note', 'MenuItems', 'PageCover', 'hello', 'catalogues'])(
  'an empty panel brings nothing of a conversation with its %s',
  (name) => {
    const file = files.find((path) => path.startsWith(join('dist/widget/assets', `${name}-`)));

    expect(readFileSync(file ?? name, 'utf8')).not.toMatch(/from\s*"\.\/(answer|team|rich)-/);
  },
);

test('what is seldom needed comes alone and weighs at most 6 kB', () => {
  const seldom = files.filter((file) => !isForEverybody(file));
  const limitOf = (file: string) =>
    Math.min(
      ...rows.filter(({ paths }) => paths.some((path) => path.test(file))).map((row) => row.limit),
    );

  expect(seldom.length).toBeGreaterThan(1);
  expect(seldom.filter((file) => limitOf(file) > 6)).toEqual([]);
});
