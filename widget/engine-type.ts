import type { Chat } from './chat-type.ts';
import type { ConnectionWatch } from './connection.ts';
import type { Draft } from './draft.ts';
import type { PageEvent } from './page.ts';
import type { Patience } from './patience.ts';
import type { Settings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import type { TabMessage } from './tabs.ts';

/** What the engine shows. */
export type Seen = Pick<
  Chat,
  | 'conversation'
  | 'state'
  | 'unsent'
  | 'answer'
  | 'canHandOff'
  | 'handoffSince'
  | 'problem'
  | 'agentTyping'
  | 'unread'
>;

export type Engine = Seen &
  Pick<
    Chat,
    | 'retry'
    | 'discard'
    | 'answerAgain'
    | 'stopAnswer'
    | 'requestHandoff'
    | 'cancelHandoff'
    | 'endChat'
    | 'startNewChat'
    | 'markSeen'
    | 'dispose'
  > & {
    send(words: string): void;
    /** The panel closes. */
    turnAway(): void;
    hearPage(event: PageEvent): void;
    hearTab(message: TabMessage): void;
  };

/** What the engine shares with the chat that was there before it. */
export type EngineParts = Surroundings &
  Pick<Settings, 'settings' | 'isAvailable'> &
  Pick<Chat, 'isOpen'> & { draft: Draft; patience: Patience; connection: ConnectionWatch };
