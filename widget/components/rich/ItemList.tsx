import { useRef } from 'preact/hooks';
import type { Item } from '../../../src/protocol/message-content.ts';
import type { Chat } from '../../chat-type.ts';
import styles from '../../styles/cards-of-items.css?inline';
import type { Message } from '../../../src/protocol/message.ts';
import { ItemCard } from './ItemCard.tsx';
import { usePart } from './use-part.ts';

export type ItemListProps = { chat: Chat; message: Message; items: readonly Item[] };

/** Things one below the other. */
export function ItemList({ chat, message, items }: ItemListProps) {
  const list = useRef<HTMLUListElement>(null);
  usePart(list, styles);
  return (
    <ul ref={list} class="item-list">
      {items.map((item, index) => (
        <li key={index}>
          <ItemCard chat={chat} messageId={message.id} item={item} />
        </li>
      ))}
    </ul>
  );
}
