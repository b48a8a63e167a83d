import { z } from 'zod';
import type { Team } from '../protocol/routes.ts';
import type { Ask } from './request.ts';

/** Whom the credentials belong to. Only an admin may ask for the team's availability. */
type Me = { id: string; role: 'admin' | 'agent'; email: string | null };

export interface SupportApi {
  /** Null when Zendesk answers but does not know us: without valid credentials it shows an anonymous user. */
  me(signal?: AbortSignal): Promise<Me | null>;
  /** Whether agents are online for messaging, counted up to 100. `unknown` whenever Zendesk does not say; never throws. */
  team(signal?: AbortSignal): Promise<Team>;
}

const MeAnswer = z.object({
  user: z.object({
    id: z.number().nullable(),
    role: z.string().nullish(),
    email: z.string().nullish(),
  }),
});

const AvailabilityAnswer = z.object({ data: z.array(z.unknown()) });

/** `ask` must be signed in. */
export function supportApi({ origin, ask }: { origin: string; ask: Ask }): SupportApi {
  return {
    async me(signal) {
      const { user } = await ask({
        operation: 'show whose credentials these are',
        method: 'GET',
        url: `${origin}/api/v2/users/me`,
        answer: MeAnswer,
        repeat: true,
        signal,
      });
      const { id, role, email = null } = user;
      if (id === null || (role !== 'admin' && role !== 'agent')) return null;
      return { id: String(id), role, email };
    },

    async team(signal) {
      const query = new URLSearchParams({
        'filter[channel_status]': 'messaging:online',
        select_channel: 'messaging',
        'page[size]': '100',
      });
      try {
        const { data } = await ask({
          operation: 'show who is online',
          method: 'GET',
          url: `${origin}/api/v2/agent_availabilities?${query}`,
          answer: AvailabilityAnswer,
          signal,
        });
        return data.length > 0 ? { state: 'online', count: data.length } : { state: 'away' };
      } catch {
        return { state: 'unknown' };
      }
    },
  };
}
