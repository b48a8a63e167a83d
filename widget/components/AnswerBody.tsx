import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Citation, Message } from '../../src/protocol/message.ts';
import type { Chat } from '../chat-type.ts';
import { Markdown } from '../markdown/Markdown.tsx';
import { parseMarkdown } from '../markdown/parse.ts';
import styles from '../styles/text.css?inline';
import { t } from '../translate.ts';
import { CopyAnswer } from './CopyAnswer.tsx';
import { Feedback } from './Feedback.tsx';
import { Sources } from './Sources.tsx';
import { addStyle } from './stylesheets.ts';
import { placeInTabOrder } from './tab-order.ts';
import { useStreamedBlocks } from './use-streamed-blocks.ts';
import type { View } from './view.ts';

type AnswerProps = { chat: Chat; view: View; message: Message | null };

/** An answer of the AI agent: finished, or (without a message) the one that is being written. */
export function AnswerBody({ chat, view, message }: AnswerProps) {
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (text.current) addStyle(text.current, styles);
  }, []);
  useLayoutEffect(() => {
    const article = text.current?.closest('article');
    if (article) placeInTabOrder(article);
  });
  const streamed = useStreamedBlocks(chat, message === null);
  const finished = useMemo(() => (message ? parseMarkdown(message.body) : null), [message?.body]);
  const blocks = finished ?? streamed;
  const citations = message?.citations ?? NONE;
  // The same functions and settings as long as they mean the same: a finished block is not drawn again.
  const citation = useMemo(() => citationMark(citations), [citations]);
  const newTabLabel = t('link.new-tab');
  const link = useMemo(
    () => ({ newTabLabel, plainHosts: plainHosts(citations) }),
    [citations, newTabLabel],
  );
  const copy = finished && <CopyAnswer blocks={finished} view={view} />;

  return (
    <>
      <div ref={text} class={message ? 'text' : 'text writing'} dir="auto">
        <Markdown blocks={blocks} citation={citation} link={link} />
      </div>
      {message?.stopped && <p class="stopped">{t('answer.stopped')}</p>}
      {citations.length > 0 && <Sources citations={citations} />}
      {message && isAnswer(message) ? (
        <Feedback chat={chat} view={view} messageId={message.id}>
          {copy}
        </Feedback>
      ) : (
        copy
      )}
    </>
  );
}

/** One that found nothing says itself that it did not help, and offers ways on; one that was stopped is none yet. */
function isAnswer({ actions, stopped }: Message): boolean {
  return !actions?.length && !stopped;
}

const NONE: readonly Citation[] = [];

/** The number of a source in the text, a link once the source is known. */
function citationMark(citations: readonly Citation[]) {
  return (number: number) => {
    const source = citations.find((each) => each.number === number);
    if (!source) return <span class="citation">{number}</span>;
    const label = t('source.name', { number, title: source.title });
    return (
      <a
        class="citation"
        href={source.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={label}
      >
        {number}
      </a>
    );
  };
}

/** The page's own host and the Help Center's: where a link leads is no surprise there. */
function plainHosts(citations: readonly Citation[]): string[] {
  return [location.host, ...citations.map(({ url }) => new URL(url).host)];
}
