import type { Frame } from '../src/protocol/frame.ts';
import type { Clock } from './clock.ts';
import type { ConnectionWatch } from './connection.ts';
import type { Patience } from './patience.ts';
import { failureOf } from './refusal.ts';
import { LONG_POLL_SECONDS, type Transport } from './transport.ts';
import { NothingHeard, type Session } from './wire.ts';

type Parts = {
  transport: Pick<Transport, 'events' | 'eventsAfter'>;
  clock: Clock;
  patience: Patience;
  connection: Pick<ConnectionWatch, 'lost' | 'recovered'>;
};

const POLL_FOR_MS = 10 * 60_000;
const STEADY_AFTER_MS = 10_000;
const BETWEEN_POLLS_MS = 1_000;
/** A proxy that stops spreads its readers over some seconds; whoever asks for more is not the proxy. */
const LONGEST_RETRY_MS = 30_000;

/**
 * Hears everything that happens to a conversation until `signal` aborts, through cuts and outages. Where a stream does not
 * get through it asks instead, and tries the stream again ten minutes later. Rejects only when the conversation is gone.
 */
export async function followConversation(
  session: Session,
  lastSeq: () => number,
  onFrame: (frame: Frame) => void,
  signal: AbortSignal,
  { transport, clock, patience, connection }: Parts,
): Promise<void> {
  let pollUntil = 0;
  let attempt = 0;
  let isPollProven = false;
  let comeBackMs: number | null = null;

  async function poll(): Promise<void> {
    const startedAt = clock.now();
    // The first poll does not wait, so that it is soon known whether polling works.
    const waitSeconds = isPollProven ? LONG_POLL_SECONDS : 0;
    const events = await transport.eventsAfter(session, lastSeq(), waitSeconds, signal);
    connection.recovered();
    for (const stored of events) onFrame({ type: 'event', stored });
    // A proxy that does not wait must not be asked in a tight loop.
    if (isPollProven && events.length === 0 && clock.now() - startedAt < BETWEEN_POLLS_MS) {
      await patience.exactly(BETWEEN_POLLS_MS, signal);
    }
    isPollProven = true;
    attempt = 0;
  }

  async function stream(): Promise<void> {
    const startedAt = clock.now();
    let wasHeard = false;
    const onByte = () => {
      wasHeard = true;
      connection.recovered();
    };
    const onRetry = (ms: number) => {
      comeBackMs = Math.min(ms, LONGEST_RETRY_MS);
    };
    try {
      await transport.events(session, lastSeq(), onFrame, onByte, onRetry, signal);
    } catch (error) {
      if (!wasHeard && error instanceof NothingHeard) pollUntil = clock.now() + POLL_FOR_MS;
      throw error;
    } finally {
      if (clock.now() - startedAt > STEADY_AFTER_MS) attempt = 0;
    }
    // The proxy ended it in good order, to restart perhaps: that is a cut like any other.
    throw new TypeError('The stream ended');
  }

  while (!signal.aborted) {
    const isPolling = clock.now() < pollUntil;
    try {
      await (isPolling ? poll() : stream());
    } catch (error) {
      if (signal.aborted) return;
      const failure = failureOf(error);
      if (failure.type === 'expired') throw error;
      connection.lost();
      isPollProven = false;
      if (!isPolling && clock.now() < pollUntil) continue;
      const asked = failure.type === 'limited' ? failure.retryAfterMs : comeBackMs;
      comeBackMs = null;
      if (asked === null) await patience.beforeRepeat(attempt, signal);
      else await patience.exactly(asked, signal);
      attempt += 1;
    }
  }
}
