import { controlCalls } from './control-calls.ts';
import type { ControlCalls } from './control-calls.ts';
import { conversationCalls } from './conversation-calls.ts';
import type { ConversationCalls } from './conversation-calls.ts';
import { appCall } from './app-call.ts';
import type { ConversationsDeps } from './app-call.ts';
import { messageCalls } from './message-calls.ts';
import type { MessageCalls } from './message-calls.ts';
import { AppAnswer } from './received.ts';
import { switchboardCalls } from './switchboard-calls.ts';
import type { SwitchboardCalls } from './switchboard-calls.ts';

/**
 * The Conversations API. Every failure is a `ZendeskError`. Reading and making a user are repeated while Zendesk stumbles;
 * what would be there twice (a conversation, a message), or could undo what came after it (control), is sent once and its
 * failure reported.
 */
export type ConversationsApi = ConversationCalls &
  MessageCalls &
  ControlCalls &
  SwitchboardCalls & {
    /** `multiConversations`: a customer may have more than one conversation. */
    app(signal?: AbortSignal): Promise<App>;
  };

type App = { id: string; subdomain?: string; multiConversations: boolean };

export function conversationsApi(deps: ConversationsDeps): ConversationsApi {
  const call = appCall(deps);
  return {
    ...conversationCalls(call),
    ...messageCalls(call),
    ...controlCalls(call),
    ...switchboardCalls(call),
    async app(signal) {
      const { app } = await call({
        operation: 'show the app',
        method: 'GET',
        path: [],
        answer: AppAnswer,
        signal,
      });
      const { id, subdomain, settings } = app;
      return { id, subdomain, multiConversations: settings?.multiConvoEnabled ?? false };
    },
  };
}
