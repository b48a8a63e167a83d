import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { lazy } from '../../../widget/components/lazy.tsx';

const Sources = () => <p>Sources</p>;

afterEach(() => {
  cleanup();
});

test('a part that cannot be fetched at first shows what stands in for it, and comes as soon as it can be had', async () => {
  vi.useFakeTimers();
  const load = vi.fn<() => Promise<typeof Sources>>(async () => Sources);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const Lazy = lazy(load, () => <p>Words</p>);

  render(<Lazy />);
  await vi.advanceTimersByTimeAsync(400);
  expect(screen.getByText('Words')).toBeTruthy();

  await vi.advanceTimersByTimeAsync(60_000);
  expect(screen.getByText('Sources')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(3);
});

test('a part is fetched once, however often it is drawn and asked for', async () => {
  const load = vi.fn<() => Promise<typeof Sources>>(async () => Sources);
  const Lazy = lazy(load);
  await Promise.all([Lazy.preload(), Lazy.preload()]);

  render(<Lazy />);

  expect(screen.getByText('Sources')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
});
