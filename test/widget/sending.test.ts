import { signal } from '@preact/signals';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createPatience } from '../../widget/patience.ts';
import { startSending } from '../../widget/sending.ts';
import type { Hearer } from '../../widget/sending-type.ts';
import { createStorage } from '../../widget/storage.ts';
import { alone, fakePage, inMemory, SESSION } from './a-chat.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeServer, settle } from './fake-server.ts';

const SERVER = 'https://chat.example.com';

/** Sending, while those who hear what comes back are on their way until the test lets them arrive. */
function sendingAlone(options: { isWanted?: boolean } = {}) {
  const clock = fakeClock();
  const server = fakeServer();
  const waiting: ((hearer: Hearer) => void)[] = [];
  const isWanted = signal(options.isWanted ?? false);
  let there: Hearer | null = null;
  let count = 0;
  const sending = startSending({
    server: SERVER,
    fetch: server.fetch,
    storage: createStorage(SERVER, inMemory(), clock.now),
    tabs: alone,
    clock,
    page: fakePage(),
    locale: () => 'en',
    makeId: () => `m${(count += 1)}`,
    patience: createPatience(clock),
    draft: { keep() {} },
    hearing: {
      isWanted,
      now: () => there,
      whenThere(work) {
        isWanted.value = true;
        if (there) work(there);
        else waiting.push(work);
      },
    },
  });
  onTestFinished(sending.dispose);
  return {
    ...sending,
    server,
    isWanted,
    arrive(hearer: Hearer) {
      there = hearer;
      for (const work of waiting.splice(0)) work(hearer);
    },
  };
}

function aHearer(more: Partial<Hearer> = {}): Hearer {
  return {
    begin() {},
    lastSeq: () => 0,
    settled: () => Promise.resolve(),
    hearAnswer: (_message, posted) => posted(async (response) => void (await response.text())),
    report() {},
    ...more,
  };
}

test('the first message leaves before those who hear its answer are even asked for', async () => {
  const { outgoing, server, isWanted } = sendingAlone();

  outgoing.add('hello');
  const start = await server.next('POST', 'conversations');
  expect(isWanted.value).toBe(false);
  start.json(SESSION);
  const post = await server.next('POST', 'conversations/c1/messages');

  expect(post.body).toEqual({ id: 'm1', text: 'hello' });
  expect(isWanted.value).toBe(true);
  expect(outgoing.unsent.value.map(({ state }) => state)).toEqual(['sending']);
});

test('what the proxy answers in the meantime is kept for those who hear it', async () => {
  const { outgoing, server, arrive } = sendingAlone();
  outgoing.add('hello');
  (await server.next('POST', 'conversations')).json(SESSION);
  const post = (await server.next('POST', 'conversations/c1/messages')).stream();
  post.write('data: all of it\n\n');
  post.end();
  await settle();

  const heard = vi.fn<(text: string) => void>();
  arrive(
    aHearer({
      hearAnswer: (_message, posted) => posted(async (response) => heard(await response.text())),
    }),
  );
  await settle();

  expect(heard.mock.calls).toEqual([[': hello\n\ndata: all of it\n\n']]);
  expect(server.count('POST', 'conversations/c1/messages')).toBe(1);
});

test('a message waits for what was asked of the proxy before it', async () => {
  const { outgoing, server, arrive } = sendingAlone({ isWanted: true });
  let settleIt = () => {};
  const settled = new Promise<void>((resolve) => {
    settleIt = resolve;
  });

  outgoing.add('hello');
  arrive(aHearer({ settled: () => settled }));
  await settle();
  expect(server.requests).toEqual([]);
  settleIt();

  await server.next('POST', 'conversations');
});

test('a page that is left lets go of its turn at once, and sends when it is shown again', async () => {
  const { outgoing, server, hearPage, arrive } = sendingAlone();
  outgoing.add('hello');
  (await server.next('POST', 'conversations')).json(SESSION);
  const first = await server.next('POST', 'conversations/c1/messages');

  hearPage('hidden-away');
  await settle();
  expect(first.signal.aborted).toBe(true);
  hearPage('back');
  arrive(aHearer());

  const again = await server.next('POST', 'conversations/c1/messages');
  expect(again.body).toEqual(first.body);
});
