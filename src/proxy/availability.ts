import type { Team } from '../protocol/routes.ts';
import type { Clock } from './clock.ts';

const KEPT_MS = 20_000;
/** The widget's settings do not wait longer than this for it. */
const PATIENCE_MS = 2_000;
const UNKNOWN: Team = { state: 'unknown' };

/** Whether anybody of the team is online; asked at most every twenty seconds, never guessed. */
export function createAvailability(
  support: { team(): Promise<Team> } | null,
  clock: Clock,
): () => Promise<Team> {
  let asked: { team: Promise<Team>; at: number } | null = null;

  return async function team() {
    if (!support) return UNKNOWN;
    if (!asked || clock.now() - asked.at > KEPT_MS) {
      asked = { team: support.team().catch(() => UNKNOWN), at: clock.now() };
    }
    let cancel = () => {};
    const unknown = new Promise<Team>((resolve) => {
      cancel = clock.setTimeout(() => resolve(UNKNOWN), PATIENCE_MS);
    });
    try {
      return await Promise.race([asked.team, unknown]);
    } finally {
      cancel();
    }
  };
}
