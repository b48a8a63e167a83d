import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom. A folder may always import from itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/protocol': [],
  'src/conversation': ['src/protocol'],
  'src/knowledge': ['src/protocol'],
  'src/agent': ['src/protocol', 'src/conversation', 'src/knowledge'],
  'src/zendesk': ['src/protocol'],
  'src/store': ['src/protocol'],
  'src/proxy': [
    'src/protocol',
    'src/conversation',
    'src/knowledge',
    'src/agent',
    'src/zendesk',
    'src/store',
  ],
  // The production entry and what only it needs.
  src: ['src/protocol', 'src/agent', 'src/proxy', 'src/store', 'src/zendesk'],
  'src/demo': ['src/protocol', 'src/proxy', 'src/store'],
  widget: ['src/protocol', 'src/conversation'],
};

/** Whose packages may be imported by whom: the wire's and the database's belong to one folder each. */
const ONLY_IN: Record<string, readonly string[]> = {
  kysely: ['src/store'],
  libsql: ['src/store'],
  pg: ['src/store'],
  minisearch: ['src/knowledge'],
  ai: ['src/agent'],
  '@ai-sdk': ['src/agent'],
  'html-to-text': ['src/knowledge', 'src/zendesk'],
  preact: ['widget', 'src/demo'],
  '@preact/signals': ['widget', 'src/demo'],
};

type Import = { from: string; to: string; isType: boolean };

/** The longest folder of the table that holds this file. */
function folderOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((folder) => file.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(ROOT, file), 'utf8');
  const statements = code.matchAll(
    /(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g,
  );
  return [...statements].map(([, type, fixed, lazy]) => ({
    from: file,
    to: fixed ?? lazy ?? '',
    isType: type !== undefined,
  }));
}

function resolved({ from, to }: Import): string {
  return relative(ROOT, join(ROOT, dirname(from), to)).replace(/\?.*$/, '');
}

const files = ['src', 'widget'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path)),
);
const imports = files.flatMap(importsOf);
const ours = imports.filter(({ to }) => to.startsWith('.'));

describe('the house', () => {
  test('arrows between folders go where the table says', () => {
    const wrong = ours.filter((one) => {
      const from = folderOf(one.from);
      const to = folderOf(resolved(one));
      return from && to && from !== to && !MAY_IMPORT[from]?.includes(to);
    });

    expect(wrong.map((one) => `${one.from} must not import ${resolved(one)}`)).toEqual([]);
  });

  test('every file stands in a folder of the table', () => {
    expect(files.filter((file) => !folderOf(file))).toEqual([]);
  });

  test('the widget takes only types from the protocol, or zod would come with them', () => {
    const widgetSide = ours.filter(({ from }) => /^(widget|src\/conversation)\//.test(from));
    const wrong = widgetSide.filter(
      (one) => !one.isType && resolved(one).startsWith('src/protocol/'),
    );

    expect(wrong.map((one) => `${one.from} imports values of ${resolved(one)}`)).toEqual([]);
  });

  test('nothing that goes into production reaches the demo', () => {
    const wrong = ours.filter(
      (one) => !one.from.startsWith('src/demo/') && resolved(one).startsWith('src/demo/'),
    );

    expect(wrong.map((one) => `${one.from} imports ${resolved(one)}`)).toEqual([]);
  });

  test('a package that belongs to one folder is imported nowhere else', () => {
    const wrong = imports.filter(({ from, to }) => {
      const owner = Object.keys(ONLY_IN).find((name) => to === name || to.startsWith(`${name}/`));
      return owner && !ONLY_IN[owner]?.some((folder) => from.startsWith(`${folder}/`));
    });

    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('only the protocol’s schemas, the environment and foreign wires are parsed: the widget and the rules have no zod', () => {
    const wrong = imports.filter(
      ({ from, to }) => to === 'zod' && /^(widget|src\/conversation)\//.test(from),
    );

    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  test('what talks with Zendesk has its time from the clock it is given, or no test could turn it', () => {
    const raw =
      /(?<!clock\.)\b(?:set(?:Timeout|Interval|Immediate)|Date\.now|AbortSignal\.timeout)\((?!run:)/;
    const atTheRim = ['src/proxy/clock.ts', 'src/proxy/listen.ts'];
    const wrong = files
      .filter((file) => /^src\/(proxy|zendesk)\//.test(file) && !atTheRim.includes(file))
      .filter((file) => raw.test(readFileSync(join(ROOT, file), 'utf8')));

    expect(wrong).toEqual([]);
  });

  test('no file of ours turns text into HTML', () => {
    const sinks =
      /\.(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/;

    const wrong = files.filter((file) => sinks.test(readFileSync(join(ROOT, file), 'utf8')));

    expect(wrong).toEqual([]);
  });
});
