import { beforeEach, describe, expect, test } from 'vitest';
import { createPace, type Pace } from '../../src/zendesk/pace.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

const MINUTE_MS = 60_000;
const AWAY = failure('unknown', 503);
const BUSY = failure('refused', 429);
const UNAUTHORIZED = failure('refused', 401);

let clock: VirtualClock;
let pace: Pace;
let rooms: number;

beforeEach(() => {
  clock = virtualClock();
  pace = createPace({ clock, random: () => 0.5 });
  rooms = 0;
  pace.onChange(() => (rooms += Number(pace.room() > 0)));
});

function failure(outcome: ZendeskError['outcome'], status: number | null, retryAfterMs = 0) {
  return new ZendeskError({ operation: 'ask', outcome, status, retryAfterMs });
}

/** A request that ends so at once; false when it may not leave. */
function ask(ends: ZendeskError | null): boolean {
  try {
    pace.begin('ask')(ends);
    return true;
  } catch (error) {
    const isPaused = error instanceof ZendeskError && error.code === 'paused';
    if (!isPaused || error.outcome !== 'not-sent') throw error;
    return false;
  }
}

async function pass(ms: number): Promise<void> {
  await clock.run(new Promise<void>((resolve) => void clock.setTimeout(resolve, ms)));
}

/** How many requests leave while somebody wants to ask every second. */
async function leaving(seconds: number, ends: ZendeskError | null): Promise<number> {
  let left = 0;
  for (let second = 0; second < seconds; second += 1) {
    if (ask(ends)) left += 1;
    await pass(1_000);
  }
  return left;
}

describe('while Zendesk is away', () => {
  test('five failures in a row stop everything, and after half a minute one request tries', async () => {
    for (let n = 0; n < 5; n += 1) expect(ask(AWAY)).toBe(true);

    expect(pace.pause()).toBe('away');
    expect(await leaving(29, AWAY)).toBe(0);
    await pass(1_000);
    const probe = pace.begin('ask');
    expect(ask(AWAY)).toBe(false);
    probe(null);

    expect(pace.pause()).toBeNull();
    expect(pace.room()).toBe(Infinity);
  });

  test('an hour costs few requests, whoever asks', async () => {
    expect(await leaving(3_600, AWAY)).toBeLessThanOrEqual(125);
  });

  test('an answer in between starts the count again', () => {
    for (let n = 0; n < 20; n += 1) {
      ask(AWAY);
      if (n % 4 === 3) ask(failure('refused', 404));
    }

    expect(pace.pause()).toBeNull();
  });

  test('the first success ends it, also of a request that had left before', () => {
    const early = pace.begin('ask');
    for (let n = 0; n < 5; n += 1) ask(AWAY);

    early(null);

    expect(pace.room()).toBe(Infinity);
    expect(rooms).toBe(1);
  });
});

describe('when Zendesk asks for time', () => {
  test('all wait as long as it says, and then one tries first', async () => {
    const early = pace.begin('ask');
    ask(failure('refused', 429, 7_000));

    early(null);
    expect(pace.pause()).toBe('busy');
    expect(await leaving(6, null)).toBe(0);
    await pass(1_000);

    expect(pace.room()).toBe(1);
    expect(ask(null)).toBe(true);
    expect(pace.pause()).toBeNull();
  });

  test('without a time the waits double up to a minute, and what left together counts once', async () => {
    const together = [pace.begin('ask'), pace.begin('ask'), pace.begin('ask')];
    for (const end of together) end(BUSY);
    const waits = [];
    for (let n = 0; n < 9; n += 1) {
      waits.push(clock.waits.at(-1));
      await pass(MINUTE_MS);
      ask(BUSY);
    }

    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('an absurd time is not waited for', async () => {
    ask(failure('refused', 429, 365 * 24 * 60 * MINUTE_MS));
    await pass(5 * MINUTE_MS);

    expect(pace.room()).toBe(1);
  });
});

describe('after Zendesk has asked for time', () => {
  /** How many leave in a second in which everybody wants to ask. */
  async function inASecond(isReading = false): Promise<number> {
    await pass(1_000);
    let left = 0;
    try {
      for (; left < 1_000; left += 1) pace.begin('ask', isReading)(null);
    } catch {
      // No more may leave.
    }
    return left;
  }

  /** Forty requests a second, until it is too much for Zendesk. */
  async function ask40aSecond(): Promise<void> {
    for (let tenth = 0; tenth < 200; tenth += 1) {
      for (let n = 0; n < 4; n += 1) ask(null);
      await pass(100);
    }
    ask(BUSY);
    await pass(1_000);
    ask(null);
  }

  test('half as many requests leave as before, and a tenth more each minute until it is all', async () => {
    await ask40aSecond();

    expect(await inASecond()).toBe(20);
    await pass(MINUTE_MS);
    expect(await inASecond()).toBe(24);
    await pass(4 * MINUTE_MS);
    expect(await inASecond()).toBe(1_000);
    expect(pace.room()).toBe(Infinity);
  });

  test('those that wait hear of it when more may leave', async () => {
    await ask40aSecond();
    await inASecond();
    expect(pace.room()).toBe(0);
    rooms = 0;

    await pass(1_000);

    expect(rooms).toBe(1);
  });

  test('what only reads leaves room for messages', async () => {
    await ask40aSecond();

    const read = await inASecond(true);

    expect(read).toBe(15);
    expect(pace.room()).toBe(5);
  });

  test('a second time halves it again, but a set-up gets through in any case', async () => {
    await ask40aSecond();
    for (let n = 0; n < 6; n += 1) {
      await pass(1_000);
      ask(BUSY);
      await pass(1_000);
      ask(null);
    }

    expect(await inASecond(true)).toBeGreaterThanOrEqual(12);
    expect(await inASecond()).toBe(20);
  });
});

describe('when the key is refused', () => {
  test('one request tries every five minutes until it is accepted', async () => {
    pace.refuse();

    expect(await leaving(60 * 60, UNAUTHORIZED)).toBeLessThanOrEqual(12);
    expect(pace.pause()).toBe('refused');
    await pass(5 * MINUTE_MS);
    ask(null);

    expect(pace.pause()).toBeNull();
  });
});

test('a try that its asker gives up on is another’s', async () => {
  for (let n = 0; n < 5; n += 1) ask(AWAY);
  await pass(30_000);

  pace.begin('ask')(new ZendeskError({ operation: 'ask', outcome: 'unknown', code: 'aborted' }));

  expect(pace.room()).toBe(1);
});
