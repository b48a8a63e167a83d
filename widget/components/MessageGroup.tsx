import { useComputed, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { Icon, sparkIcon } from '../icons.tsx';
import { Linkified } from '../markdown/Linkified.tsx';
import { t } from '../translate.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { AnswerInProgress } from './AnswerInProgress.tsx';
import { isUnsent, type MessagesItem, type ShownMessage } from './log-items.ts';
import { firstName } from './first-name.ts';
import { PersonNode } from './lazy-team.tsx';
import { FailedStatus, Status } from './OwnStatus.tsx';
import { RichMessage } from './rich/lazy-rich.tsx';
import { showsMore } from './rich/shows-more.ts';
import { placeInTabOrder } from './tab-order.ts';
import { clockTime, fullTime } from './times.ts';
import type { View } from './view.ts';

type MessageGroupProps = {
  chat: Chat;
  view: View;
  item: MessagesItem;
  /** The row that the arrow keys are at; only its controls are in the Tab order. */
  current: Signal<string | null>;
};

/** What one speaker said at a stretch. */
export function MessageGroup({ chat, view, item, current }: MessageGroupProps) {
  const article = useRef<HTMLElement>(null);
  const isCurrent = useComputed(() => current.value === item.key).value;
  const { author, rail, messages, status } = item;

  useLayoutEffect(() => {
    if (article.current) placeInTabOrder(article.current);
  });

  return (
    <article
      ref={article}
      class={`item ${author.kind}`}
      part="message"
      data-rail={rail}
      data-key={item.key}
      data-current={isCurrent}
      data-answer={author.kind === 'ai-agent' ? '' : undefined}
      aria-label={groupName(item)}
      tabIndex={-1}
    >
      {author.kind !== 'customer' && <Heading chat={chat} item={item} />}
      {messages.map((message) =>
        author.kind === 'ai-agent' && !isUnsent(message) ? (
          <AnswerBody
            key={message.replyTo ?? message.id}
            chat={chat}
            view={view}
            message={message}
          />
        ) : showsMore(message) ? (
          <RichMessage key={message.id} chat={chat} view={view} message={message} />
        ) : (
          <Bubble key={message.id} chat={chat} message={message} isFrom={author.kind} />
        ),
      )}
      {item.answering !== null && (
        <AnswerInProgress key={item.answering} chat={chat} view={view} replyTo={item.answering} />
      )}
      {status && <Status status={status} />}
    </article>
  );
}

function groupName({ author, at }: MessagesItem): string {
  const time = clockTime(at);
  switch (author.kind) {
    case 'customer':
      return t('message.name.customer', { time });
    case 'ai-agent':
      return t('message.name.ai', { assistant: author.name, time });
    case 'agent':
      return t('message.name.person', { agent: author.name || t('role.team'), time });
    default:
      return t('message.name.automatic', { name: author.name || t('role.team'), time });
  }
}

function Heading({ chat, item }: { chat: Chat; item: MessagesItem }) {
  const { author, at } = item;
  if (author.kind === 'customer') return null;
  const isPerson = author.kind === 'agent';
  const name = author.name || t('role.team');
  return (
    <>
      {author.kind === 'ai-agent' ? (
        <span class="node" aria-hidden="true">
          <Icon path={sparkIcon} small />
        </span>
      ) : (
        <PersonNode chat={chat} item={item} />
      )}
      <div class="meta">
        <b>
          <bdi>{isPerson && author.name ? firstName(name) : name}</bdi>
        </b>
        <span class={isPerson ? 'tag person' : 'tag'}>{t(TAGS[author.kind])}</span>
        <time dateTime={at} title={fullTime(at)}>
          {clockTime(at)}
        </time>
      </div>
    </>
  );
}

const TAGS = {
  'ai-agent': 'role.ai.tag',
  agent: 'role.person.tag',
  automatic: 'role.team.tag',
} as const;

type BubbleProps = { chat: Chat; message: ShownMessage; isFrom: string };

function Bubble({ chat, message, isFrom }: BubbleProps) {
  const isRefused = isUnsent(message) && message.state === 'failed';
  // A message that comes redraws only those whose own lot has changed.
  const isMissing = useComputed(
    () => chat.conversation.value.failures[message.id] === 'delivery',
  ).value;
  const hasFailed = isRefused || isMissing;
  const id = `text-${message.id}`;
  const link = { newTabLabel: t('link.new-tab'), plainHosts: [location.host] };
  return (
    <>
      <div
        id={id}
        class={hasFailed ? 'bubble failed' : 'bubble'}
        dir="auto"
        title={fullTime(message.at)}
        data-message={message.id}
        data-answer={isFrom === 'customer' ? undefined : ''}
      >
        <Linkified text={isUnsent(message) ? message.text : message.body} link={link} />
      </div>
      {hasFailed && (
        <FailedStatus
          textId={id}
          retry={() => (isRefused ? chat.retry(message.id) : chat.answerAgain(message.id))}
          discard={isRefused ? () => chat.discard(message.id) : undefined}
        />
      )}
    </>
  );
}
