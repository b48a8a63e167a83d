import { useComputed, useSignal, type Signal } from '@preact/signals';
import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import styles from '../styles/conversation.css?inline';
import { TypingRow } from './lazy-team.tsx';
import { LogRow } from './LogRow.tsx';
import type { LogItem } from './log-items.ts';
import { createLogScroll } from './log-scroll.ts';
import { printInPlace } from './print-in-place.ts';
import { addStyle } from './stylesheets.ts';
import { firstUnread } from './unread.ts';
import { useLogItems } from './use-log-items.ts';
import { useMarkSeen } from './use-mark-seen.ts';
import type { View } from './view.ts';
import { walkMessages } from './walk-messages.ts';

type ThreadProps = { chat: Chat; view: View; log: RefObject<HTMLDivElement | null> };

/** What was said and what happened, row by row. */
export function Thread({ chat, view, log }: ThreadProps) {
  const newFrom = useSignal(firstUnread(chat));
  const walked = useSignal<string | null>(null);
  const items = useLogItems(chat, newFrom.value);
  const newest = items.findLast(({ kind }) => kind === 'messages')?.key ?? null;
  const latest = useSignal(newest);
  const current = useComputed(() => walked.value ?? latest.value);
  const draw = useDrawnRows(chat, view, current);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return undefined;
    addStyle(element, styles);
    view.scroll ??= createLogScroll(view.isPinned);
    const letGo = view.scroll.attach(element, element.querySelector<HTMLElement>('[data-new]'));
    const stopWalking = walkMessages(element, (key) => {
      walked.value = key;
    });
    const stopPrinting = printInPlace(element);
    return () => {
      letGo();
      stopWalking();
      stopPrinting();
    };
  }, []);
  useLayoutEffect(() => {
    latest.value = newest;
    view.scroll?.follow();
  }, [items]);
  useOwnMessagesAtEnd(chat, view, () => {
    newFrom.value = null;
    walked.value = null;
  });
  useMarkSeen(chat, view);

  return (
    <>
      {items.map(draw)}
      {chat.state.value === 'human' && <TypingRow chat={chat} view={view} />}
    </>
  );
}

/** A row is drawn once and again only when it is another object; see `shareItems`. */
function useDrawnRows(chat: Chat, view: View, current: Signal<string | null>) {
  const drawn = useRef(new WeakMap<LogItem, VNode>()).current;
  return (item: LogItem): VNode => {
    const known = drawn.get(item);
    if (known) return known;
    const row = <LogRow key={item.key} item={item} chat={chat} view={view} current={current} />;
    drawn.set(item, row);
    return row;
  };
}

/** Whoever sends wants to see it, wherever they were reading. */
function useOwnMessagesAtEnd(chat: Chat, view: View, onSend: () => void) {
  const newest = chat.unsent.value.at(-1)?.id;
  const before = useRef(newest);
  useLayoutEffect(() => {
    if (newest && newest !== before.current) {
      onSend();
      view.scroll?.toEnd();
    }
    before.current = newest;
  }, [newest]);
}
