import type { Conversation } from '../../src/protocol/conversation.ts';
import type { HandoffState } from '../../src/protocol/handoff.ts';
import type { Announcer } from '../announcer.ts';
import type { Chat } from '../chat-type.ts';
import { loadTexts } from '../language.ts';
import { t } from '../translate.ts';

/** A place in line that falls is said, but not more often than this. */
const BETWEEN_PLACES_MS = 30_000;

type Deps = {
  chat: Pick<Chat, 'settings' | 'conversation'>;
  announcer: Pick<Announcer, 'say' | 'alert'>;
};

/** Says how far the customer is on the way to a person, as the cards show it, when that has changed. */
export function sayHandoff({
  chat,
  announcer,
}: Deps): (now: Conversation, before: Conversation) => void {
  let saidAt = 0;

  async function sayCard(state: HandoffState): Promise<void> {
    const [{ queueText, ticketText }] = await Promise.all([
      import('./team-part.ts'),
      loadTexts('later'),
    ]);
    const settings = chat.settings.peek();
    const { handoff } = chat.conversation.peek();
    // Whatever has come of it meanwhile was said.
    if (!settings || handoff.state !== state) return;
    const card =
      handoff.state === 'waiting'
        ? queueText(handoff, settings, false)
        : handoff.state === 'ticket' && ticketText(handoff);
    if (!card) return;
    // A heading has no full stop: said apart, it is heard apart.
    announcer.say(t(...card.title));
    announcer.say(t(...card.text));
  }

  function sayPlace(position: number): void {
    if (Date.now() - saidAt < BETWEEN_PLACES_MS) return;
    saidAt = Date.now();
    announcer.say(position === 1 ? t('queue.next') : t('say.place', { number: position }));
  }

  return (now, before) => {
    const { state } = now.handoff;
    if (state !== before.handoff.state) {
      saidAt = Date.now();
      if (state === 'failed') announcer.alert(t('handoff.failed'));
      // Without the file that has the words, what is seen still tells it.
      if (state === 'waiting' || state === 'ticket') sayCard(state).catch(() => {});
    } else if (now.handoff.state === 'waiting' && before.handoff.state === 'waiting') {
      const { position = Infinity } = now.handoff;
      if (position < (before.handoff.position ?? Infinity)) sayPlace(position);
    }
  };
}
