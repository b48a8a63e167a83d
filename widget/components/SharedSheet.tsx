import { messagesThrough } from '../../src/conversation/status.ts';
import type { Message } from '../../src/protocol/message.ts';
import type { Chat } from '../chat-type.ts';
import { pageIcon } from '../conversation-icons.tsx';
import { Icon } from '../icons.tsx';
import { parseMarkdown } from '../markdown/parse.ts';
import { plainText } from '../markdown/plain-text.ts';
import { t } from '../translate.ts';
import { Sheet } from './Sheet.tsx';
import { clockTime } from './times.ts';
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
        <details>
          <summary>
            <Icon path={pageIcon} small />
            {t('shared.messages', { count: messages.length })}
          </summary>
          <dl>
            {messages.map((message) => (
              <div key={message.id}>
                <dt>
                  <bdi>{speaker(message)}</bdi>{' '}
                  <time dateTime={message.at}>{clockTime(message.at)}</time>
                </dt>
                <dd class="plain" dir="auto">
                  {message.format === 'markdown'
                    ? plainText(parseMarkdown(message.body))
                    : message.body}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </Sheet>
  );
}

function speaker({ author }: Message): string {
  switch (author.kind) {
    case 'customer':
      return t('shared.you');
    case 'ai-agent':
      return `${author.name} · ${t('role.ai')}`;
    default:
      return author.name || t('role.team');
  }
}
