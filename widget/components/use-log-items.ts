import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { logItems, shareItems, type LogItem } from './log-items.ts';

/** The rows, each the same object as long as nothing in it changes. */
export function useLogItems(chat: Chat, newFrom: string | null): readonly LogItem[] {
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
