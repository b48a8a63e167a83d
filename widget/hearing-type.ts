import type { Chat } from './chat-type.ts';
import type { ConnectionWatch } from './connection.ts';
import type { Draft } from './draft.ts';
import type { PageEvent } from './page.ts';
import type { Patience } from './patience.ts';
import type { Hearer, Sending } from './sending-type.ts';
import type { Settings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import type { TabMessage } from './tabs.ts';

/** What is seen of a conversation. */
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

export type Hearing = Seen &
  Hearer &
  Pick<
    Chat,
    | 'answerAgain'
    | 'fetchFile'
    | 'giveOpinion'
    | 'stopAnswer'
    | 'requestHandoff'
    | 'leaveTicket'
    | 'previewSummary'
    | 'cancelHandoff'
    | 'endChat'
    | 'startNewChat'
    | 'markSeen'
    | 'dispose'
  > & {
    /** The panel closes. */
    turnAway(): void;
    hearPage(event: PageEvent): void;
    hearTab(message: TabMessage): void;
  };

/** What hearing shares with the chat that was there before it. */
export type HearingParts = Surroundings &
  Pick<Settings, 'settings' | 'isAvailable'> &
  Pick<Chat, 'isOpen'> & {
    draft: Draft;
    patience: Patience;
    connection: ConnectionWatch;
    sending: Sending;
  };
