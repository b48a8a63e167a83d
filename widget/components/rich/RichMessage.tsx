import { useRef } from 'preact/hooks';
import type { Message } from '../../../src/protocol/message.ts';
import type { Chat } from '../../chat-type.ts';
import styles from '../../styles/rich.css?inline';
import textStyles from '../../styles/text.css?inline';
import { t } from '../../translate.ts';
import type { View } from '../view.ts';
import { ButtonRow } from './ButtonRow.tsx';
import { FileMessage } from './FileMessage.tsx';
import { ImageMessage } from './ImageMessage.tsx';
import { Carousel, FormMessage, ItemList } from './lazy-rich.tsx';
import { LocationMessage } from './LocationMessage.tsx';
import { usePart } from './use-part.ts';
import { Words } from './Words.tsx';

export type RichMessageProps = { chat: Chat; view: View; message: Message };

/** A message that is more than plain words: what was said, what is shown, and what can be pressed. */
export function RichMessage({ chat, view, message }: RichMessageProps) {
  const place = useRef<HTMLDivElement>(null);
  usePart(place, textStyles);
  usePart(place, styles);
  const words = wordsOf(message);

  return (
    <div ref={place} class="rich">
      {words !== null && <Words message={message} text={words} />}
      <Shown chat={chat} view={view} message={message} />
      {message.buttons && (
        <ButtonRow chat={chat} messageId={message.id} buttons={message.buttons} />
      )}
    </div>
  );
}

function Shown({ chat, view, message }: RichMessageProps) {
  const { content } = message;
  switch (content?.type) {
    case 'image':
      return <ImageMessage chat={chat} view={view} message={message} content={content} />;
    case 'file':
      return <FileMessage chat={chat} media={content.media} />;
    case 'carousel':
      return <Carousel chat={chat} message={message} content={content} />;
    case 'list':
      return <ItemList chat={chat} message={message} items={content.items} />;
    case 'form':
      return <FormMessage chat={chat} messageId={message.id} fields={content.fields} />;
    case 'location':
      return <LocationMessage content={content} />;
    default:
      return null;
  }
}

/** What is said besides what is shown; null where the body only stands for it. */
function wordsOf({ content, body }: Message): string | null {
  switch (content?.type) {
    case 'image':
    case 'file':
      return content.hasCaption ? body : null;
    case 'carousel':
      return content.title ?? null;
    case 'list':
    case 'form':
    case 'location':
      return null;
    case 'unsupported':
      return t('rich.unsupported');
    default:
      // A newer proxy may send content that a widget cached yesterday has never heard of.
      return body;
  }
}
