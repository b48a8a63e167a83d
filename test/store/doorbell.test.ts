import { expect, onTestFinished, test, vi } from 'vitest';
import { doorbell } from '../../src/store/doorbell.ts';

test('a listener that throws keeps nobody else from hearing', () => {
  const reported = vi.spyOn(process, 'nextTick').mockImplementation(() => {});
  onTestFinished(() => reported.mockRestore());
  const bell = doorbell();
  const heard: string[] = [];
  bell.subscribe(() => {
    throw new Error('Broken.');
  });
  bell.subscribe((id) => heard.push(id));

  bell.ring(['a', 'b']);

  expect(heard).toEqual(['a', 'b']);
  expect(reported).toHaveBeenCalledTimes(2);
  expect(reported.mock.calls[0]?.[0]).toThrow('Broken.');
});

test('a listener that subscribed twice hears twice until it leaves', () => {
  const bell = doorbell();
  const heard: string[] = [];
  const listen = (id: string) => heard.push(id);
  const leave = bell.subscribe(listen);
  bell.subscribe(listen);

  bell.ring(['a']);
  leave();
  bell.ring(['b']);

  expect(heard).toEqual(['a', 'a', 'b']);
});
