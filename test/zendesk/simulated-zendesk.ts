import { onTestFinished } from 'vitest';
import type { ZendeskAccount } from '../../src/zendesk/account.ts';
import { zendesk } from '../../src/zendesk/zendesk.ts';
import { demoAccount } from '../../src/demo/simulator/account.ts';
import { createSimulator } from '../../src/demo/simulator/simulator.ts';
import { validateRequest } from './openapi.ts';
import { virtualClock } from './virtual-clock.ts';

export const ORIGIN = 'https://alder-and-finch.zendesk.com';

export const appKey = {
  appId: demoAccount.appId,
  keyId: demoAccount.keyId,
  secretKey: demoAccount.secretKey,
};
export const oauth = {
  kind: 'oauth',
  clientId: demoAccount.oauthClientId,
  clientSecret: demoAccount.oauthClientSecret,
} as const;
export const apiToken = {
  kind: 'token',
  email: demoAccount.email,
  apiToken: demoAccount.apiToken,
} as const;

/** A simulated Zendesk and the real client in front of it, on a clock that costs no time. */
export function simulatedZendesk(account: Partial<ZendeskAccount> = {}) {
  const clock = virtualClock();
  const simulator = createSimulator({ origin: ORIGIN, clock });
  onTestFinished(() => simulator.close());
  const violations: string[] = [];

  const client = zendesk(
    { origin: ORIGIN, appKey, signIn: oauth, ...account },
    {
      clock,
      random: () => 0.5,
      async fetch(url, init) {
        const { pathname } = new URL(url);
        if (pathname.startsWith('/sc/')) {
          const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
          violations.push(
            ...validateRequest(init.method ?? 'GET', pathname.slice('/sc'.length), body),
          );
        }
        return simulator.fetch(new Request(url, init));
      },
    },
  );
  const { conversations, support } = client;
  if (!conversations || !support) throw new Error('the account lacks credentials');

  return {
    clock,
    simulator,
    conversations,
    support,
    tickets: client.tickets,
    helpCenter: client.helpCenter,
    /** What the requests so far broke of Zendesk's published contract. */
    violations,
    run: clock.run,
    /** The requests so far, as `POST /v2/apps/{appId}/users`, without what comes before the app. */
    requests: () =>
      simulator.history.requests.map(
        ({ method, path }) => `${method} ${path.replace(`/sc/v2/apps/${appKey.appId}`, '')}`,
      ),
  };
}
