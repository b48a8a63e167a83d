import { expect, test } from 'vitest';
import { notices, readNotice } from '../../src/store/notices.ts';
import { upTo } from './sample.ts';

test('what is told of many conversations arrives as it was, each once, in texts that PostgreSQL takes', () => {
  const reached = new Map(upTo(1_000).map((n) => [`conversation ${'ü'.repeat(n % 40)} ${n}`, n]));

  const texts = [...notices(new Map(reached))];

  expect(texts.length).toBeLessThan(20);
  expect(Math.max(...texts.map((text) => Buffer.byteLength(text)))).toBeLessThan(8_000);
  expect(texts.flatMap((text) => [...readNotice(text)])).toEqual([...reached]);
});

test('what was told is told once', () => {
  const reached = new Map([['a', 1]]);

  const told = [...notices(reached)];

  expect(told).toEqual(['1 a']);
  expect([...notices(reached)]).toEqual([]);
});

test('a notification of somebody else means nothing', () => {
  expect([...readNotice('')]).toEqual([]);
  expect([...readNotice('hello\n12\n x\n7 a')]).toEqual([['a', 7]]);
});
