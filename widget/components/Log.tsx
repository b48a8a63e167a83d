import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { focusedIn, nextIndex } from '../focus.ts';
import { t } from '../translate.ts';
import { LogRow } from './LogRow.tsx';
import { logItems, shareItems, type LogItem } from './log-items.ts';
import { LogButtons } from './LogButtons.tsx';
import { TypingRow } from './TypingRow.tsx';
import { firstUnread } from './unread.ts';
import type { View } from './view.ts';
import { Welcome } from './Welcome.tsx';

/** The conversation. It scrolls by itself, one Tab stop, and the arrow keys walk through its messages. */
export function Log({ chat, view }: { chat: Chat; view: View }) {
  const log = useRef<HTMLDivElement>(null);
  const newFrom = useSignal(firstUnread(chat));
  const walked = useSignal<string | null>(null);
  const items = useLogItems(chat, newFrom.value);
  const newest = items.findLast(({ kind }) => kind === 'messages')?.key ?? null;
  const latest = useSignal(newest);
  const current = useComputed(() => walked.value ?? latest.value);

  const drawn = useRef(new WeakMap<LogItem, VNode>()).current;
  function draw(item: LogItem): VNode {
    const known = drawn.get(item);
    if (known) return known;
    const row = <LogRow key={item.key} item={item} chat={chat} view={view} current={current} />;
    drawn.set(item, row);
    return row;
  }

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return undefined;
    return view.scroll.attach(element, element.querySelector<HTMLElement>('[data-new]'));
  }, []);
  useLayoutEffect(() => {
    latest.value = newest;
    view.scroll.follow();
  }, [items]);
  useOwnMessagesAtEnd(chat, view, () => {
    newFrom.value = null;
    walked.value = null;
  });
  useMarkSeen(chat, view);

  function articles(): HTMLElement[] {
    return [...(log.current?.querySelectorAll<HTMLElement>('article') ?? [])];
  }
  function onKeyDown(event: KeyboardEvent) {
    const focused = log.current && focusedIn(log.current);
    if (focused && focused !== log.current && focused.tagName !== 'ARTICLE') return;
    const all = articles();
    const at = all.findIndex((article) => article === focused);
    const index = nextIndex(event.key, at, all.length);
    const article = index === null ? undefined : all[index];
    if (!article) return;
    event.preventDefault();
    walked.value = article.dataset.key ?? null;
    article.focus();
  }

  return (
    <div class="log-frame">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its messages */}
      <div
        ref={log}
        class="log"
        part="log"
        role="log"
        aria-live="off"
        aria-label={t('log.name')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div class="thread">
          {items.length === 0 ? <Welcome chat={chat} /> : items.map(draw)}
          <TypingRow chat={chat} view={view} />
        </div>
      </div>
      <LogButtons chat={chat} view={view} />
    </div>
  );
}

/** The rows, each the same object as long as nothing in it changes. */
function useLogItems(chat: Chat, newFrom: string | null): readonly LogItem[] {
  const before = useRef<readonly LogItem[]>([]);
  const replyTo = useComputed(() => chat.answer.value?.replyTo ?? null).value;
  const askedAt = useComputed(() => chat.answer.value?.askedAt ?? 0).value;
  const items = logItems({
    conversation: chat.conversation.value,
    unsent: chat.unsent.value,
    answering: replyTo === null ? null : { replyTo, at: new Date(askedAt).toISOString() },
    assistant: chat.settings.value?.assistant ?? '',
    newFrom,
  });
  const shared = shareItems(before.current, items);
  const isSame =
    shared.length === before.current.length &&
    shared.every((item, index) => item === before.current[index]);
  if (!isSame) before.current = shared;
  return before.current;
}

/** Whoever sends wants to see it, wherever they were reading. */
function useOwnMessagesAtEnd(chat: Chat, view: View, onSend: () => void) {
  const newest = chat.unsent.value.at(-1)?.id;
  const before = useRef(newest);
  useLayoutEffect(() => {
    if (newest && newest !== before.current) {
      onSend();
      view.scroll.toEnd();
    }
    before.current = newest;
  }, [newest]);
}

/** Tells the chat when the end of the log is in view of somebody who is there. */
function useMarkSeen(chat: Chat, view: View) {
  function mark() {
    const isThere = document.visibilityState === 'visible' && document.hasFocus();
    if (view.scroll.isPinned.peek() && isThere) chat.markSeen();
  }
  useSignalEffect(() => {
    if (chat.conversation.value.entries.length > 0 && view.scroll.isPinned.value) mark();
  });
  useEffect(() => {
    window.addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      window.removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, []);
}
