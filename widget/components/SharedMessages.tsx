import type { Message } from '../../src/protocol/message.ts';
import { pageIcon } from '../conversation-icons.tsx';
import { Icon } from '../icons.tsx';
import { parseMarkdown } from '../markdown/parse.ts';
import { plainText } from '../markdown/plain-text.ts';
import { t } from '../translate.ts';
import { clockTime } from './times.ts';

/** Every message that the team gets, to be unfolded. */
export function SharedMessages({ messages }: { messages: readonly Message[] }) {
  return (
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
