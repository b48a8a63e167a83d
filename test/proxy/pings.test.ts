import { expect, test } from 'vitest';
import type { FrameStream } from '../../src/proxy/frame-stream.ts';
import { createPings } from '../../src/proxy/pings.ts';
import { handClock } from './hand-clock.ts';

function heardStream() {
  const heard: string[] = [];
  let close = () => {};
  const stream: FrameStream = {
    response: new Response(),
    hasRoom: true,
    isOver: false,
    send: (text) => void heard.push(text),
    room: async () => {},
    end: () => close(),
    onClose: (listener) => (close = listener),
  };
  return { stream, heard };
}

test('each of many streams says hello, and is pinged once in fifteen seconds until it ends', async () => {
  const clock = handClock();
  const pings = createPings(clock);
  const streams = Array.from({ length: 100 }, heardStream);
  for (const { stream } of streams) pings.keepAlive(stream);
  expect(streams.every(({ heard }) => heard.join() === ': hello\n\n')).toBe(true);

  await clock.advance(30_000);

  const counts = streams.map(({ heard }) => heard.filter((text) => text === ': ping\n\n').length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  streams[0]?.stream.end();
  const before = streams[0]?.heard.length;
  await clock.advance(60_000);
  expect(streams[0]?.heard.length).toBe(before);
});

test('never are more than a small part of them pinged at once', async () => {
  const clock = handClock();
  const pings = createPings(clock);
  const streams = Array.from({ length: 300 }, heardStream);
  for (const { stream } of streams) pings.keepAlive(stream);
  const total = () => streams.reduce((sum, { heard }) => sum + heard.length - 1, 0);

  await clock.advance(500);

  expect(total()).toBe(10);
});
