import { expect, onTestFinished, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { openTabs, type Locks } from '../../widget/tabs.ts';
import {
  aChat,
  answered,
  byAgent,
  frameOf,
  handoffIs,
  idOf,
  inMemory,
  log,
  said,
  SESSION,
  started,
  textsOf,
} from './a-chat.ts';
import { fakeServer, settle } from './fake-server.ts';

const MESSAGES = 'conversations/c1/messages';
const EVENTS = 'conversations/c1/events';

/** Web Locks, which Node has not: one holder for each name, the others wait in line. */
function fakeLocks(): Locks {
  const lines = new Map<string, Promise<unknown>>();
  return {
    request(name, { signal }, work) {
      const before = lines.get(name) ?? Promise.resolve();
      const turn = before.then(() => {
        signal.throwIfAborted();
        return work();
      });
      const over = turn.catch(() => {});
      lines.set(name, over);
      return turn;
    },
  };
}

let lastServer = 0;

/** Two tabs of one browser, on one chat. */
async function twoTabs(options: { locks?: boolean; live?: boolean } = {}) {
  const { locks = true, live = false } = options;
  const channel = `https://chat-${(lastServer += 1)}.example.com`;
  const shared = {
    items: inMemory(),
    server: fakeServer(),
  };
  const manager = locks ? fakeLocks() : undefined;
  const tab = () => aChat({ ...shared, tabs: openTabs(channel, manager), session: true });
  const a = tab();
  const b = tab();
  const past = [started, said('q', 'Hi'), answered('q', 'Hello')];
  const conversation = log(...past, ...(live ? [handoffIs('live')] : [])).reduce(
    apply,
    newConversation('c1'),
  );
  (await shared.server.next('GET', 'conversations/c1')).json({ conversation });
  (await shared.server.next('GET', 'conversations/c1')).json({ conversation });
  await settle();
  onTestFinished(() => {
    a.chat.dispose();
    b.chat.dispose();
  });
  return { a, b, server: shared.server };
}

/** Messages between tabs take a few turns of the loop. */
async function both(check: () => void): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    await settle();
    try {
      check();
      return;
    } catch (error) {
      if (turn === 49) throw error;
    }
  }
}

test('a message, its answer as it is written, and the draft are seen in both tabs', async () => {
  const { a, b, server } = await twoTabs();

  a.chat.draft.value = 'Where';
  await both(() => expect(b.chat.draft.value).toBe('Where'));
  a.chat.send('Where is it?');
  await both(() => expect(textsOf(b.chat)).toContain('Where is it?'));
  const post = (await server.next('POST', MESSAGES)).stream();
  const id = idOf(post);
  post.frame(frameOf(4, said(id, 'Where is it?')));
  post.frame({ type: 'delta', answerId: 'x', replyTo: id, offset: 0, text: 'On its' });
  await both(() => expect(b.chat.answer.value?.text).toBe('On its'));
  expect(b.chat.state.value).toBe('streaming');
  post.frame(frameOf(5, answered(id, 'On its way')));
  post.end();

  await both(() => expect(textsOf(b.chat)).toEqual(textsOf(a.chat)));
  expect(textsOf(b.chat)).toEqual(['Hi', 'Hello', 'Where is it?', 'On its way']);
  expect(b.chat.state.value).toBe('ai');
  expect(server.count('POST', MESSAGES)).toBe(1);
});

test('one stream serves both tabs, and the other tab takes over when the first is closed', async () => {
  const { a, b, server } = await twoTabs({ live: true });
  const stream = (await server.next('GET', EVENTS)).stream();
  stream.frame(frameOf(5, byAgent('m1', 'one')));
  await both(() => expect(textsOf(b.chat)).toContain('one'));
  expect(textsOf(a.chat)).toContain('one');
  expect(server.count('GET', EVENTS)).toBe(1);

  const first = stream.headers.get('last-event-id');
  a.chat.dispose();

  const next = await server.next('GET', EVENTS);
  expect(first).toBe('4');
  expect(next.headers.get('last-event-id')).toBe('5');
  next.stream().frame(frameOf(6, byAgent('m2', 'two')));
  await both(() => expect(textsOf(b.chat).slice(-2)).toEqual(['one', 'two']));
});

test('without locks each tab has a stream of its own, and nothing is doubled', async () => {
  const { a, b, server } = await twoTabs({ live: true, locks: false });

  const streams = [await server.next('GET', EVENTS)];
  streams[0]?.stream();
  streams.push((await server.next('GET', EVENTS)).stream());
  for (const stream of streams) stream.frame(frameOf(5, byAgent('m1', 'one')));

  await both(() => expect(textsOf(a.chat).at(-1)).toBe('one'));
  await both(() => expect(textsOf(b.chat)).toEqual(textsOf(a.chat)));
  expect(textsOf(a.chat).filter((text) => text === 'one')).toHaveLength(1);
});

test('what was seen in one tab is read in the other, but each is open or closed for itself', async () => {
  const { a, b, server } = await twoTabs({ live: true });
  (await server.next('GET', EVENTS)).stream().frame(frameOf(5, byAgent('m1', 'one')));
  await both(() => expect([a.chat.unread.value, b.chat.unread.value]).toEqual([1, 1]));

  a.chat.open();
  a.chat.markSeen();

  await both(() => expect(b.chat.unread.value).toBe(0));
  expect(b.chat.isOpen.value).toBe(false);
});

test('what one tab could not send, the other sends when the first is closed', async () => {
  const { a, b, server } = await twoTabs();
  a.chat.send('hello');
  const first = await server.next('POST', MESSAGES);
  await both(() => expect(textsOf(b.chat)).toContain('hello'));

  a.chat.dispose();

  const second = await server.next('POST', MESSAGES);
  expect(idOf(second)).toBe(idOf(first));
});

test('messages of two tabs go one after the other, none is lost', async () => {
  const { a, b, server } = await twoTabs();
  a.chat.send('from a');
  b.chat.send('from b');
  await settle();

  const posts = [];
  for (const seq of [4, 5]) {
    const post = (await server.next('POST', MESSAGES)).stream();
    expect(server.open().filter(({ path }) => path === MESSAGES)).toEqual([]);
    posts.push(Object(post.body).text);
    post.frame(frameOf(seq, said(idOf(post), Object(post.body).text)));
    await settle();
  }

  await both(() => expect(a.chat.unsent.value).toEqual([]));
  await both(() => expect(b.chat.unsent.value).toEqual([]));
  expect(new Set(posts)).toEqual(new Set(['from a', 'from b']));
});

test('a new chat in one tab is a new chat in the other', async () => {
  const { a, b, server } = await twoTabs();

  a.chat.startNewChat();
  await both(() => expect(b.chat.conversation.value.id).toBe(''));
  a.chat.send('fresh');
  (await server.next('POST', 'conversations')).json({ ...SESSION, id: 'c2' });

  await both(() => expect(b.chat.conversation.value.id).toBe('c2'));
});

test('a question that did not leave one tab shows no answer under way in the other', async () => {
  const { a, b, server } = await twoTabs();

  a.chat.send('Where is it?');
  (await server.next('POST', MESSAGES)).fail();
  await both(() => expect(textsOf(b.chat)).toContain('Where is it?'));

  expect(b.chat.answer.value).toBeNull();
  expect(b.chat.state.value).toBe('ai');
});
