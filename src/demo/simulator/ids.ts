import type { Clock } from './clock.ts';

export type Ids = {
  /** 24 hex digits, each larger than the one before: record ids double as page cursors. */
  next(): string;
  /** Support ids are plain numbers. */
  nextNumber(): number;
  nextTicket(): number;
  /** A secret that is shown once or sent as a header. */
  secret(): string;
};

/** Ids start with the time of creation, so that a simulator started later never repeats one. */
export function createIds(clock: Clock, random: () => number): Ids {
  const start = Math.floor(clock.now() / 1000)
    .toString(16)
    .padStart(8, '0');
  let count = 0;
  let ticket = 1041;

  return {
    next: () => start + (++count).toString(16).padStart(16, '0'),
    nextNumber: () => 390_000_000_000 + ++count,
    nextTicket: () => ++ticket,
    secret: () => Array.from({ length: 48 }, () => Math.floor(random() * 16).toString(16)).join(''),
  };
}

/** Whether a page cursor looks like one of our record ids. */
export function isRecordId(text: string): boolean {
  return /^[0-9a-f]{24}$/.test(text);
}
