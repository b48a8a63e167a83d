import { createAllowance } from './allowance.ts';
import type { Ask, Clock } from './request.ts';
import { ZendeskError } from './zendesk-error.ts';

/** So many failures in a row, whatever was asked, mean that Zendesk is away. */
const FAILURES = 5;
const AWAY_MS = 30_000;
const REFUSED_MS = 5 * 60_000;
const FIRST_BUSY_MS = 1_000;
const LAST_BUSY_MS = 60_000;
/** Nobody means a longer `Retry-After`. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Why nothing leaves: Zendesk does not answer, asks for time (429), or takes our key no longer. */
export type Pause = 'away' | 'busy' | 'refused';

/**
 * How much an app may ask of Zendesk at the moment: one measure for all of its conversations. In a pause nothing leaves;
 * after it a single request does, and what comes of it ends the pause or begins the next. A pause is measured by a timer,
 * so that a clock that is set does not shorten it. After a 429 fewer leave for a while.
 */
export interface Pace {
  /** How many requests may leave now: any number, so many, one that tries, or none. */
  room(): number;
  /** Null while requests flow. */
  pause(): Pause | null;
  /**
   * A request is about to leave. Throws a `ZendeskError` that nothing was sent when it may not; those that only read are
   * the first that may not. The result is called with what came of it: null for a success.
   */
  begin(operation: string, isReading?: boolean): (failure: ZendeskError | null) => void;
  /** Our key was refused where it had been accepted: nothing leaves but one try every five minutes. */
  refuse(): void;
  /** `listener` is called when a pause begins, when one request may try, and when requests flow again. */
  onChange(listener: () => void): void;
}

type State =
  | { type: 'flowing'; failures: number }
  | { type: 'paused'; why: Pause; tries: number; probe: 'waits' | 'may-leave' | 'left' };

export function createPace({ clock, random }: { clock: Clock; random: () => number }): Pace {
  let state: State = { type: 'flowing', failures: 0 };
  let cancel = () => {};
  let changed = () => {};
  const allowance = createAllowance(clock, () => changed());

  function flow(): void {
    cancel();
    const wasPaused = state.type === 'paused';
    state = { type: 'flowing', failures: 0 };
    if (wasPaused) changed();
  }

  function pause(why: Pause, ms: number, tries = 0): void {
    cancel();
    state = { type: 'paused', why, tries, probe: 'waits' };
    cancel = clock.setTimeout(
      () => {
        state = { type: 'paused', why, tries, probe: 'may-leave' };
        changed();
      },
      Math.min(ms, LONGEST_PAUSE_MS),
    );
    changed();
  }

  function failed(isProbe: boolean): void {
    if (isProbe) return pause('away', AWAY_MS);
    if (state.type === 'paused') return;
    const failures = state.failures + 1;
    if (failures >= FAILURES) pause('away', AWAY_MS);
    else state = { type: 'flowing', failures };
  }

  function busy(isProbe: boolean, retryAfterMs: number | null): void {
    // Others that left at the same time are told the same: that is no reason to wait longer each time.
    if (state.type === 'paused' && !isProbe) return;
    const tries = state.type === 'paused' && state.why === 'busy' ? state.tries + 1 : 0;
    allowance.halve();
    const ceiling = Math.min(FIRST_BUSY_MS * 2 ** tries, LAST_BUSY_MS);
    pause('busy', Math.max(retryAfterMs ?? 0, random() * ceiling), tries);
  }

  /** By whoever asked: it says nothing of Zendesk. */
  function givenUp(isProbe: boolean): void {
    if (!isProbe || state.type !== 'paused') return;
    state = { ...state, probe: 'may-leave' };
    changed();
  }

  function end(isProbe: boolean, failure: ZendeskError | null): void {
    if (failure?.status === 429) return busy(isProbe, failure.retryAfterMs);
    if (failure?.code === 'aborted') return givenUp(isProbe);
    if (failure && failure.outcome !== 'refused') return failed(isProbe);
    if (state.type === 'flowing') return flow();
    if (isProbe && state.why === 'refused' && isKeyRefused(failure)) return refuse();
    // That somebody answers says that Zendesk is there; that it has time for us only a later request can tell.
    if (isProbe || state.why === 'away') flow();
  }

  function refuse(): void {
    pause('refused', REFUSED_MS);
  }

  return {
    room() {
      if (state.type === 'flowing') return allowance.left();
      return state.probe === 'may-leave' ? 1 : 0;
    },
    pause: () => (state.type === 'paused' ? state.why : null),
    begin(operation, isReading = false) {
      const mayLeave =
        state.type === 'flowing' ? allowance.take(isReading) : state.probe === 'may-leave';
      if (!mayLeave) throw new ZendeskError({ operation, outcome: 'not-sent', code: 'paused' });
      if (state.type === 'flowing') return (failure) => end(false, failure);
      state = { ...state, probe: 'left' };
      return (failure) => end(true, failure);
    },
    refuse,
    onChange(listener) {
      changed = listener;
    },
  };
}

/** Asks at this pace. */
export function paced(ask: Ask, pace: Pace): Ask {
  return async (call) => {
    const end = pace.begin(call.operation, call.method === 'GET');
    try {
      const answer = await ask(call);
      end(null);
      return answer;
    } catch (error) {
      end(error instanceof ZendeskError ? error : null);
      throw error;
    }
  };
}

/** Zendesk does not know our key, or no longer lets it do this, or the app is gone. */
export function isKeyRefused(failure: ZendeskError | null): boolean {
  const { status, code } = failure ?? {};
  return status === 401 || status === 403 || (status === 404 && code === 'app_not_found');
}
