import { effect } from '@preact/signals';
import type { Conversation, Entry } from '../../src/protocol/conversation.ts';
import type { Message } from '../../src/protocol/message.ts';
import type { Announcer } from '../announcer.ts';
import type { Chat } from '../chat-type.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { spokenText } from '../markdown/plain-text.ts';
import { t } from '../translate.ts';
import { activityLine } from './activity-line.ts';
import { sayHandoff } from './handoff-news.ts';
import { noticeText } from './notice-text.ts';

/** Longer answers are cut: they can be read in the log. */
const SPOKEN_CHARACTERS = 800;
const ANSWERING_MS = 1000;

type Deps = {
  chat: Chat;
  announcer: Pick<Announcer, 'say' | 'alert'>;
};

/**
 * Says what happens, each thing once, when it is finished: a person who cannot see the log must not miss it, nor hear an
 * answer token by token. The customer's own messages are silent. Returns the function that stops it.
 */
export function announce({ chat, announcer }: Deps): () => void {
  const sayNews = sayHandoff({ chat, announcer });
  const stops = [
    onChange(
      () => chat.conversation.value,
      (now, before) => sayEntries(now, before),
    ),
    onChange(
      () => chat.agentTyping.value,
      (isTyping) => {
        const name = chat.conversation.peek().agent?.name || t('role.team');
        if (isTyping) announcer.say(t('say.typing', { name }));
      },
    ),
    onChange(
      () => chat.unsent.value.filter(({ state }) => state === 'failed').length,
      (failed, before) => {
        if (failed > before) announcer.alert(t('say.not-sent'));
      },
    ),
    onChange(
      () => chat.problem.value,
      (problem) => {
        if (problem?.type === 'expired') announcer.alert(t('problem.expired'));
        if (problem?.type === 'handoff-not-sent') announcer.alert(t('handoff.failed'));
        if (problem?.type === 'rate-limited') {
          const count = Math.max(1, Math.ceil((problem.retryAt - Date.now()) / 1000));
          announcer.say(t('problem.rate-limited', { count }));
        }
      },
    ),
    sayAnswering(),
  ];

  function sayEntries(now: Conversation, before: Conversation) {
    // Another conversation, or one that has just been read from the server: its past is not news.
    if (now.id !== before.id || before.seq === 0) return;
    for (const entry of now.entries) if (entry.seq > before.seq) sayEntry(entry, now);
    sayNews(now, before);
  }

  function sayEntry(entry: Entry, conversation: Conversation) {
    const line = entry.kind === 'notice' ? entry.notice : activityLine(entry.message);
    if (entry.kind === 'message' && !line) {
      sayMessage(entry.message);
      return;
    }
    if (!line) return;
    const assistant = chat.settings.peek()?.assistant ?? '';
    const text = noticeText(line, { assistant, shared: conversation.shared });
    if (!text) return;
    announcer.say(
      [text.lead, ...(text.text ? [text.text] : [])].map((part) => t(...part)).join(' '),
    );
  }

  function sayMessage({ author, body, format, content, stopped, citations = [] }: Message) {
    if (author.kind === 'customer') return;
    const text = format === 'markdown' ? spokenText(parseMarkdown(body)) : body;
    if (author.kind !== 'ai-agent') {
      const name = author.name || t('role.team');
      const isFile = content?.type === 'image' || content?.type === 'file';
      if (isFile) announcer.say(t('say.file', { name, file: content.media.name }));
      if (!isFile || content.hasCaption) announcer.say(t('say.message', { name, text }));
      return;
    }
    if (stopped) {
      announcer.say(t('say.stopped'));
      return;
    }
    const parts = [
      t('say.answer', { assistant: author.name, text: text.slice(0, SPOKEN_CHARACTERS) }),
    ];
    if (text.length > SPOKEN_CHARACTERS) parts.push(t('say.more'));
    if (citations.length > 0) parts.push(t('say.sources', { count: citations.length }));
    announcer.say(parts.join(' '));
  }

  /** Only of an answer that lets wait for itself: a quick one is heard soon enough. */
  function sayAnswering(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onChange(
      () => chat.answer.value?.replyTo ?? null,
      (replyTo) => {
        clearTimeout(timer);
        if (replyTo === null) return;
        const assistant = chat.settings.peek()?.assistant ?? '';
        timer = setTimeout(() => announcer.say(t('say.answering', { assistant })), ANSWERING_MS);
      },
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }

  return () => {
    for (const stop of stops) stop();
  };
}

/** Calls `told` with the new and the former value when `read` gives another one; not for the first. */
function onChange<T>(read: () => T, told: (now: T, before: T) => void): () => void {
  let last: { value: T } | null = null;
  return effect(() => {
    const value = read();
    const before = last;
    last = { value };
    if (before && before.value !== value) told(value, before.value);
  });
}
