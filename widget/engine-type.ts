import type { Chat } from './chat-type.ts';
import type { PageEvent } from './page.ts';
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
