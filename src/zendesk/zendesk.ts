import type { ZendeskAccount } from './account.ts';
import { conversationsApi } from './conversations.ts';
import type { ConversationsApi } from './conversations.ts';
import { helpCenter } from './help-center.ts';
import type { HelpCenter } from './help-center.ts';
import { createPace } from './pace.ts';
import type { Pace } from './pace.ts';
import { createAsk } from './request.ts';
import type { Wire } from './request.ts';
import { signedIn } from './sign-in.ts';
import { supportApi } from './support.ts';
import type { SupportApi } from './support.ts';

/** What an account opens: articles always, the chat with an app key, the rest with a sign-in. */
export type Zendesk = {
  conversations: ConversationsApi | null;
  support: SupportApi | null;
  helpCenter: HelpCenter;
  /** How much the Conversations API may be asked at the moment. */
  pace: Pace;
};

/** Makes the clients of one account; they share one sign-in. Nothing is sent yet. */
export function zendesk({ origin, appKey, signIn }: ZendeskAccount, wire: Wire): Zendesk {
  const ask = createAsk(wire);
  const askSignedIn = signIn && signedIn({ origin, method: signIn, ask, clock: wire.clock });
  const pace = createPace(wire);
  return {
    pace,
    conversations: appKey
      ? conversationsApi({ origin, appKey, ask: createAsk({ ...wire, pace }) })
      : null,
    support: askSignedIn ? supportApi({ origin, ask: askSignedIn }) : null,
    helpCenter: helpCenter({ origin, ask, askSignedIn }),
  };
}
