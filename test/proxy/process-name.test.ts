import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { forgetName, isDead, processName } from '../../src/proxy/process-name.ts';

test('a process that runs is not taken for dead, be it this one or another', () => {
  const own = processName('own');
  const parent = own.replace(`/${process.pid}/`, `/${process.ppid}/`);

  expect(isDead(own)).toBe(false);
  expect(isDead(parent)).toBe(false);
});

test('a process that has ended is dead', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const name = processName('child').replace(`/${process.pid}/`, `/${child.pid}/`);

  expect(isDead(name)).toBe(true);
});

test('who had the same process number before, and who closed, is dead', () => {
  const own = processName('own');
  const before = own.replace('/own', '/before');
  forgetName(own);

  expect(isDead(before)).toBe(true);
  expect(isDead(own)).toBe(true);
});

test('of another machine, or of a name that means nothing, nobody can tell', () => {
  expect(isDead(`elsewhere/pid:[1]/${process.pid}/id`)).toBe(false);
  expect(isDead('worker')).toBe(false);
});
