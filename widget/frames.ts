import type { StoredEvent } from '../src/protocol/event.ts';
import type { Frame } from '../src/protocol/frame.ts';
import type { Answers } from './answers.ts';
import type { Log } from './log.ts';
import type { Tabs } from './tabs.ts';
import type { Session } from './wire.ts';
import type { Typing } from './typing.ts';

type Parts = {
  conversationId(): string;
  log: Pick<Log, 'receive' | 'replace'>;
  answers: Pick<Answers, 'piece' | 'close'>;
  typing: Pick<Typing, 'say'>;
  tabs: Pick<Tabs, 'tell'>;
};

export interface Frames {
  /** A frame that this tab heard itself. The other tabs are told of an event when it is folded. */
  hear(frame: Frame, from: Session): void;
  /** A frame that another tab heard. */
  mirror(frame: Frame): void;
  /** The log has taken an event. */
  onEvent(stored: StoredEvent): void;
}

/** Gives what the proxy says to whoever it is for, and to the other tabs. */
export function createFrames({ conversationId, log, answers, typing, tabs }: Parts): Frames {
  let isMirroring = false;

  const tell = (frame: Frame) =>
    tabs.tell({ type: 'frame', conversationId: conversationId(), frame });

  function take(frame: Frame, isHere: boolean): void {
    if (frame.type === 'event') log.receive(frame.stored);
    else if (frame.type === 'delta') answers.piece(frame, isHere);
    else if (frame.type === 'typing') typing.say(frame.typing);
    else if (frame.type === 'reset') log.replace(frame.conversation);
  }

  return {
    hear(frame, from) {
      if (from.id !== conversationId()) return;
      take(frame, true);
      if (frame.type !== 'event' && frame.type !== 'error') tell(frame);
    },
    mirror(frame) {
      isMirroring = true;
      take(frame, false);
      isMirroring = false;
    },
    onEvent(stored) {
      const { event } = stored;
      if (event.type === 'message-failed') answers.close(event.id);
      if (event.type === 'message-added' && event.message.author.kind === 'agent')
        typing.say(false);
      if (!isMirroring) tell({ type: 'event', stored });
    },
  };
}
