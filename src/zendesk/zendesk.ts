import type { ZendeskAccount } from './account.ts';
import { conversationsApi } from './conversations.ts';
import type { ConversationsApi } from './conversations.ts';
import { helpCenter } from './help-center.ts';
import type { HelpCenter } from './help-center.ts';
import { createPace, paced, type Pace } from './pace.ts';
import { createAsk } from './request.ts';
import type { Wire } from './request.ts';
import { signedIn } from './sign-in.ts';
import { supportApi } from './support.ts';
import type { SupportApi } from './support.ts';
import { ticketsApi } from './tickets.ts';
import type { TicketsApi } from './tickets.ts';

/** What an account opens: articles always, the chat with an app key, the rest with a sign-in. */
export type Zendesk = {
  conversations: ConversationsApi | null;
  support: SupportApi | null;
  tickets: TicketsApi | null;
  helpCenter: HelpCenter;
  /** How much the Conversations API may be asked at the moment. */
  pace: Pace;
  /** The same of the Support API, for tickets. */
  supportPace: Pace;
};

/** Makes the clients of one account; they share one sign-in. Nothing is sent yet. */
export function zendesk(account: ZendeskAccount, wire: Wire): Zendesk {
  const { origin, appKey, signIn, knowledgeOnly = false } = account;
  const ask = createAsk(wire);
  const scope = knowledgeOnly ? 'read' : 'read write';
  const askSignedIn = signIn && signedIn({ origin, method: signIn, ask, clock: wire.clock, scope });
  const pace = createPace(wire);
  const supportPace = createPace(wire);
  return {
    pace,
    supportPace,
    conversations: appKey
      ? conversationsApi({ origin, appKey, ask: createAsk({ ...wire, pace }) })
      : null,
    support: askSignedIn ? supportApi({ origin, ask: askSignedIn }) : null,
    tickets:
      askSignedIn && !knowledgeOnly
        ? ticketsApi({ origin, ask: paced(askSignedIn, supportPace) })
        : null,
    helpCenter: helpCenter({ origin, ask, askSignedIn }),
  };
}
