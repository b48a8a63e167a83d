import { systemClock } from './clock.ts';
import { browserKeyValue } from './storage.ts';
import type { Locks } from './tabs.ts';
import { makeUuid } from './uuid.ts';

/** Pages without https have no Web Locks; what does their work comes in a file of its own. */
const leases: Locks = {
  async request(...wish) {
    const { createLeases } = await import('./lease.ts');
    return createLeases(browserKeyValue(), systemClock, makeUuid()).request(...wish);
  },
};

export function pageLocks(): Locks {
  return navigator.locks ?? leases;
}
