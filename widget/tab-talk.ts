import type { Frame } from '../src/protocol/frame.ts';
import type { Answers } from './answers.ts';
import type { ConnectionWatch } from './connection.ts';
import type { Draft } from './draft.ts';
import type { Outgoing } from './outgoing.ts';
import type { Patience } from './patience.ts';
import type { TabMessage } from './tabs.ts';
import type { Session } from './wire.ts';
import type { Unread } from './unread.ts';

type Parts = {
  conversationId(): string;
  onFrame(frame: Frame): void;
  onSession(session: Session | null): void;
  /** Nobody hears the answers of these questions any more. */
  onLeft(ids: string[]): void;
  answers: Pick<Answers, 'mirror'>;
  connection: Pick<ConnectionWatch, 'mirror'>;
  draft: Pick<Draft, 'mirror'>;
  outgoing: Pick<Outgoing, 'adopt' | 'drop'>;
  patience: Pick<Patience, 'wake'>;
  unread: Pick<Unread, 'mirror'>;
};

/** Does here what another tab did. What belongs to another conversation is not heard. */
export function mirrorTabs(parts: Parts): (message: TabMessage) => void {
  return (message) => {
    const { conversationId } = parts;
    if ('conversationId' in message && message.conversationId !== conversationId())
      return undefined;
    switch (message.type) {
      case 'frame':
        return parts.onFrame(message.frame);
      case 'session':
        return message.session?.id === (conversationId() || undefined)
          ? undefined
          : parts.onSession(message.session);
      case 'asked':
        return parts.answers.mirror(message.id, message.askedAt);
      case 'left':
        return parts.onLeft(message.ids);
      case 'seen':
        return parts.unread.mirror(message.throughSeq);
      case 'connection':
        return parts.connection.mirror(message.connection);
      case 'draft':
        return parts.draft.mirror(message.text);
      case 'unsent':
        return parts.outgoing.adopt(message.message);
      case 'discarded':
        return parts.outgoing.drop(message.id);
      case 'wake':
        return parts.patience.wake();
      default:
        // A tab that was opened later may run a newer chat.
        return undefined;
    }
  };
}
