import { demoAccount } from '../../src/demo/simulator/account.ts';
import { zendesk } from '../../src/zendesk/zendesk.ts';
import { ZENDESK, type Rig } from './rig.ts';

/** The account's other programs: whoever has the app key may do this. */
export function otherProgram({ simulator, clock }: Rig) {
  const { conversations } = zendesk(
    { origin: ZENDESK, appKey: demoAccount },
    {
      clock,
      random: () => 0,
      fetch: (url, init) => simulator.fetch(new Request(url, init)),
    },
  );
  if (!conversations) throw new Error('the account has no app key');
  return conversations;
}

/** Where Zendesk sends our webhooks, and the secret it sends with them. */
export async function ourWebhook(rig: Rig): Promise<{ path: string; secret: string }> {
  const api = otherProgram(rig);
  for (const { id } of await api.integrations()) {
    const [webhook] = await api.webhooks(id);
    if (webhook) return { path: new URL(webhook.target).pathname, secret: webhook.secret };
  }
  throw new Error('there is no webhook');
}

/** A delivery as the Conversations API sends it. */
export function delivery(events: unknown[], appId: string = demoAccount.appId) {
  return { app: { id: appId }, webhook: { id: 'webhook', version: 'v2' }, events };
}

/** The tickets as customers' words fill them, newest first: without the notes that only the team sees. */
export function chatTickets({ simulator }: Rig) {
  return simulator.workspace.snapshot().tickets.map((ticket) => ({
    ...ticket,
    messages: ticket.messages.filter(({ internal }) => !internal),
  }));
}

/** Messages that were posted to the API, in order, with how each request ended. */
export function posted({ simulator }: Rig) {
  return simulator.history.requests.filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
  );
}

/** The requests to the Conversations API as `POST /users`, without what comes before the app. */
export function calls({ simulator }: Rig): string[] {
  return simulator.history.requests
    .filter(({ path }) => path.startsWith('/sc/'))
    .map(({ method, path }) => `${method} ${path.replace(/^\/sc\/v2\/apps\/[^/]+/, '')}`);
}
