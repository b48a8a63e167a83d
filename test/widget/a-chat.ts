import type { ConversationEvent, StoredEvent } from '../../src/protocol/event.ts';
import type { Frame } from '../../src/protocol/frame.ts';
import type { HandoffState } from '../../src/protocol/handoff.ts';
import type { Author, Message } from '../../src/protocol/message.ts';
import type { WidgetSettings } from '../../src/protocol/routes.ts';
import { createChat } from '../../widget/chat.ts';
import '../../widget/hearing.ts';
import '../../widget/listening.ts';
import '../../widget/sending.ts';
import type { Page, PageEvent } from '../../widget/page.ts';
import { createStorage, type KeyValue } from '../../widget/storage.ts';
import type { Tabs } from '../../widget/tabs.ts';
import { fakeClock, NOON } from './fake-clock.ts';
import { fakeServer, type HeldRequest } from './fake-server.ts';

const SERVER = 'https://chat.example.com';
export const SESSION = { id: 'c1', token: 'secret' };
const HANDOFF_ID = '00000000-0000-4000-8000-00000000abcd';

export const SETTINGS: WidgetSettings = {
  assistant: 'Finch',
  company: 'our shop',
  suggestions: [],
  handoff: true,
  tickets: false,
  offline: 'queue',
  preview: 'auto',
  ask: [],
  team: { state: 'unknown' },
  waitMinutes: 5,
  messageCharacters: 4000,
  launcher: { open: 'Open chat', unavailable: 'Chat is unavailable' },
};

/** The only tab of its browser. */
export const alone: Tabs = {
  tell() {},
  listen: () => () => {},
  alone: (_name, _signal, work) => work(),
  canBeAlone: false,
  close() {},
};

export function inMemory(items = new Map<string, string>()): KeyValue {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    keys: () => [...items.keys()],
  };
}

export function fakePage() {
  const listeners = new Set<(event: PageEvent) => void>();
  let isOnline = true;
  const page: Page = {
    isOnline: () => isOnline,
    address: () => ({ url: 'https://shop.example.com/', title: 'Shop' }),
    listen(onEvent) {
      listeners.add(onEvent);
      return () => listeners.delete(onEvent);
    },
  };
  return {
    ...page,
    happen(event: PageEvent) {
      if (event === 'online') isOnline = true;
      if (event === 'offline') isOnline = false;
      for (const listener of listeners) listener(event);
    },
    listeners,
  };
}

type Options = {
  items?: KeyValue;
  tabs?: Tabs;
  session?: boolean;
  clock?: ReturnType<typeof fakeClock>;
  server?: ReturnType<typeof fakeServer>;
  ids?: () => string;
  settings?: Promise<WidgetSettings>;
};

let lastId = 0;

/** A chat on a page of its own, with everything around it in the test's hand. */
export function aChat({
  items = inMemory(),
  tabs = alone,
  session = false,
  clock = fakeClock(),
  server = fakeServer(),
  ids = () => `id-${(lastId += 1)}`,
  settings = Promise.resolve(SETTINGS),
}: Options = {}) {
  const page = fakePage();
  const storage = createStorage(SERVER, items, clock.now);
  if (session) storage.keepSession(SESSION);
  const chat = createChat({
    server: SERVER,
    fetch: server.fetch,
    storage,
    tabs,
    clock,
    page,
    locale: () => 'en',
    makeId: ids,
    settings,
  });
  return { chat, server, clock, page, items, storage };
}

export const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

export const started: ConversationEvent = {
  type: 'conversation-started',
  at: at(0),
  locale: 'en',
};

export function said(id: string, body: string, more: Partial<Message> = {}): ConversationEvent {
  const author: Author = more.author ?? { kind: 'customer' };
  return {
    type: 'message-added',
    message: { id, author, at: at(1), body, format: 'plain', ...more },
  };
}

export function answered(replyTo: string, body: string): ConversationEvent {
  return said(`answer-to-${replyTo}`, body, {
    author: { kind: 'ai-agent', name: 'Finch' },
    format: 'markdown',
    replyTo,
  });
}

export function byAgent(id: string, body: string): ConversationEvent {
  return said(id, body, { author: { kind: 'agent', name: 'Maya' } });
}

export function handoffIs(
  state: Exclude<HandoffState, 'ai' | 'ended' | 'failed'>,
): ConversationEvent {
  return { type: 'handoff-changed', handoff: { state, id: HANDOFF_ID, at: at(2) } };
}

export const handoffEnded: ConversationEvent = {
  type: 'handoff-changed',
  handoff: { state: 'ended', id: HANDOFF_ID, at: at(3), by: 'agent' },
};

export function log(...events: ConversationEvent[]): StoredEvent[] {
  return events.map((event, index) => ({ seq: index + 1, event }));
}

export function frameOf(seq: number, event: ConversationEvent): Frame {
  return { type: 'event', stored: { seq, event } };
}

/** What a request for a message holds. */
export function idOf(request: HeldRequest): string {
  const { body } = request;
  if (body && typeof body === 'object' && 'id' in body && typeof body.id === 'string') {
    return body.id;
  }
  throw new Error('The request has no id');
}

export function textsOf(chat: ReturnType<typeof aChat>['chat']): string[] {
  const { entries } = chat.conversation.value;
  const sent = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message.body] : []));
  return [...sent, ...chat.unsent.value.map(({ text }) => text)];
}
