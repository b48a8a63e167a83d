import { describe, expect, test } from 'vitest';
import { createConversations } from '../../src/proxy/conversations.ts';
import { openFrameStream } from '../../src/proxy/frame-stream.ts';
import { createLive } from '../../src/proxy/live.ts';
import { createMetrics } from '../../src/proxy/metrics.ts';
import { createPings } from '../../src/proxy/pings.ts';
import { openSqlite } from '../store/temporary-database.ts';
import { handClock } from './hand-clock.ts';

async function audience() {
  const clock = handClock();
  const { store, dispose } = await openSqlite();
  const returned: string[] = [];
  const live = createLive({
    store,
    conversations: createConversations(store, clock, () => {}),
    pings: createPings(clock),
    metrics: createMetrics(store),
    onReturn: (conversationId) => returned.push(conversationId),
    clock,
    random: () => 0,
  });
  return {
    clock,
    returned,
    listen() {
      const stream = openFrameStream({}, undefined);
      live.follow('c1', 0, stream);
      return stream;
    },
    async close() {
      live.close();
      await dispose();
    },
  };
}

describe('Zendesk is asked at once for what a customer may have missed', () => {
  test('when they are back after more than a minute, and only then', async () => {
    const { clock, returned, listen, close } = await audience();
    listen().end();
    await clock.advance(20_000);
    const short = listen();
    expect(returned).toEqual([]);

    short.end();
    await clock.advance(61_000);
    listen();
    listen();

    expect(returned).toEqual(['c1']);
    await close();
  });

  test('not while another of their tabs listened all the time', async () => {
    const { clock, returned, listen, close } = await audience();
    listen();
    listen().end();
    await clock.advance(61_000);

    listen();

    expect(returned).toEqual([]);
    await close();
  });
});
