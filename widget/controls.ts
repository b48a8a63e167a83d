import { signal, type ReadonlySignal } from '@preact/signals';
import type { PersonRequest, TicketRequest } from './chat-type.ts';
import type { Clock } from './clock.ts';
import { insist } from './insist.ts';
import type { Page } from './page.ts';
import type { Patience } from './patience.ts';
import type { Command } from './transport.ts';

/** What the customer wants of the handoff and the proxy has not done yet. It is shown as if it had. */
export type Wish = { kind: 'request' | 'cancel' | 'end'; at: number };

const GIVE_UP_AFTER_MS = 30_000;

type Parts = {
  clock: Clock;
  page: Page;
  patience: Patience;
  /** Tells the proxy, once. */
  command(command: Command, signal: AbortSignal): Promise<void>;
  /** Reads the log, so that what is shown rests on events again. */
  refresh(): Promise<void>;
  makeId(): string;
  onFailed(kind: Wish['kind'], error: unknown): void;
};

export interface Controls {
  wish: ReadonlySignal<Wish | null>;
  want(kind: Wish['kind'], signal: AbortSignal, request?: PersonRequest): void;
  /** See `Chat.leaveTicket`. The same ticket left again, after it seemed to have failed, is one ticket. */
  leaveTicket(ticket: TicketRequest, signal: AbortSignal): Promise<void>;
  /** Resolves when the proxy knows every wish: what is written afterwards belongs after it. */
  settled(): Promise<void>;
  clear(): void;
}

/** Requests, cancels and ends handoffs, one after the other. The same wish twice is one wish. */
export function createControls(parts: Parts): Controls {
  const { clock, page, patience } = parts;
  const wish = signal<Wish | null>(null);
  let line = Promise.resolve();
  let left: { words: string; id: string } | null = null;

  /** Tells the proxy, and reads what came of it. Gives up after a while, but not while the browser is offline. */
  async function carryOut(
    command: Command,
    life: AbortSignal,
    isWanted = (): boolean => true,
  ): Promise<void> {
    let failingSince = clock.now();
    await insist(() => parts.command(command, life), {
      patience,
      signal: life,
      onTrouble(_failure, error) {
        if (!isWanted()) throw error;
        if (!page.isOnline()) failingSince = clock.now();
        if (clock.now() - failingSince >= GIVE_UP_AFTER_MS) throw error;
      },
    });
    await insist(parts.refresh, { patience, signal: life });
  }

  async function tell(mine: Wish, life: AbortSignal, request?: PersonRequest): Promise<void> {
    try {
      // Made once: however often it is tried, it is one press.
      const command = commandOf(mine.kind, parts.makeId(), request);
      await carryOut(command, life, () => wish.value === mine);
    } catch (error) {
      if (wish.value === mine && !life.aborted) parts.onFailed(mine.kind, error);
    }
    if (wish.value === mine) wish.value = null;
  }

  return {
    wish,
    want(kind, life, request) {
      if (wish.value?.kind === kind) return;
      const mine = { kind, at: clock.now() };
      wish.value = mine;
      line = line.then(() => tell(mine, life, request));
    },
    leaveTicket(ticket, life) {
      const words = JSON.stringify(ticket);
      if (left?.words !== words) left = { words, id: parts.makeId() };
      const body = { id: left.id, ...ticket };
      const told = line.then(async () => {
        await carryOut({ method: 'POST', path: 'ticket', body }, life);
        left = null;
      });
      line = told.catch(() => {});
      return told;
    },
    settled: () => line,
    clear() {
      wish.value = null;
    },
  };
}

function commandOf(kind: Wish['kind'], id: string, request?: PersonRequest): Command {
  if (kind === 'request') return { method: 'POST', path: 'handoff', body: { id, ...request } };
  return kind === 'cancel'
    ? { method: 'DELETE', path: 'handoff' }
    : { method: 'POST', path: 'end' };
}
