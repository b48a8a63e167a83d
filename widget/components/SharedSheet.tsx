import { messagesThrough } from '../../src/conversation/messages-through.ts';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import { SharedMessages } from './SharedMessages.tsx';
import { Sheet } from './Sheet.tsx';
import type { View } from './view.ts';

/** What the team got at the latest handoff, word for word. */
export function SharedSheet({ chat, view, close }: { chat: Chat; view: View; close(): void }) {
  const { shared } = chat.conversation.value;
  const messages = shared ? messagesThrough(chat.conversation.value, shared.throughSeq) : [];
  return (
    <Sheet view={view} title={t('shared.title')} close={close}>
      <div class="shared">
        <section>
          <h3>{t('shared.summary')}</h3>
          <p class="plain" dir="auto">
            {shared?.summary ?? t('shared.no-summary')}
          </p>
        </section>
        <SharedMessages messages={messages} />
      </div>
    </Sheet>
  );
}
