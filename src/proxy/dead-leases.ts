import type { Store } from '../store/store.ts';
import { isDead } from './process-name.ts';

/** Ends the leases of processes of this machine that were killed: nobody waits for them to run out. True if there were any. */
export async function endDeadLeases(
  store: Pick<Store, 'leaseOwners' | 'bury'>,
  now: number,
): Promise<boolean> {
  const dead = (await store.leaseOwners(now)).filter(isDead);
  for (const name of dead) await store.bury(name, now);
  return dead.length > 0;
}
