import type { Signal } from '@preact/signals';
import type { CurrentSession } from './current-session.ts';
import type { Draft } from './draft.ts';
import type { LatePart } from './late-part.ts';
import type { Outgoing } from './outgoing.ts';
import type { Page, PageEvent } from './page.ts';
import type { Patience } from './patience.ts';
import type { Failure } from './refusal.ts';
import type { KeptMessage } from './storage.ts';
import type { Surroundings } from './surroundings.ts';
import type { Read, Session, Wire } from './wire.ts';

/** A message that has left. What the proxy answers waits until somebody reads it; fulfilled when it was read to its end. */
export type Posted = (read: Read<void>) => Promise<void>;

/** Who hears what the proxy says. */
export interface Hearer {
  /** The conversation is another one now. */
  begin(session: Session | null): void;
  /** The last event that is known. */
  lastSeq(): number;
  /** Resolves when the proxy knows everything that belongs before the next message. */
  settled(): Promise<void>;
  /** Resolves when the proxy has the message; its answer is heard from then on. */
  hearAnswer(message: KeptMessage, posted: Posted, signal: AbortSignal): Promise<void>;
  report(failure: Failure): void;
}

export type SendingParts = Surroundings & {
  draft: Pick<Draft, 'keep'>;
  patience: Patience;
  page: Page;
  hearing: Pick<LatePart<Hearer>, 'isWanted' | 'now' | 'whenThere'>;
};

export type Sending = {
  wire: Wire;
  current: CurrentSession;
  outgoing: Outgoing;
  /** Everything under way ends with it: when the page is left, when another conversation begins. */
  life: Signal<AbortController>;
  hearPage(event: PageEvent): void;
  dispose(): void;
};
