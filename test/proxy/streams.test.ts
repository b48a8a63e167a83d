import * as fc from 'fast-check';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Frame } from '../../src/protocol/frame.ts';
import { frameText } from '../../src/proxy/frame-text.ts';
import { openFrameStream, type FrameStream } from '../../src/proxy/frame-stream.ts';
import { listen } from '../../src/proxy/listen.ts';
import './patience.ts';
import { createRig, eventually, framesOf, PROXY, type Rig, type Visitor } from './rig.ts';

let rig: Rig;
let visitor: Visitor;

beforeEach(async () => {
  rig = await createRig();
  visitor = await rig.visitor();
});
afterEach(() => rig.close());

/** A stream as it is read; `text` grows. */
function reading(response: Response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const stream = { text: '', isOver: false, frames: () => framesOf(stream.text), cancel: () => {} };
  stream.cancel = () => void reader?.cancel();
  void (async () => {
    for (;;) {
      const { value, done = true } = (await reader?.read().catch(() => undefined)) ?? {};
      if (done) break;
      stream.text += decoder.decode(value, { stream: true });
    }
    stream.isOver = true;
  })();
  return stream;
}

async function follow(lastEventId?: string, who: Visitor = visitor) {
  const response = await rig.request(`/api/conversations/${who.id}/events`, {
    headers: { ...who.headers, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
  });
  return reading(response);
}

const seqsOf = (frames: Frame[]) =>
  frames.flatMap((frame) => (frame.type === 'event' ? [frame.stored.seq] : []));

/** A log of `length` events, written past the proxy. */
async function logOf(length: number, body = 'Hello'): Promise<Visitor> {
  const long = await rig.visitor();
  await rig.store.tx(async (tx) => {
    for (let n = 2; n <= length; n += 1) {
      const message = {
        id: crypto.randomUUID(),
        author: { kind: 'customer' as const },
        at: new Date().toISOString(),
        body,
        format: 'plain' as const,
      };
      await tx.append(long.id, `message:${message.id}`, { type: 'message-added', message });
    }
  });
  return long;
}

describe('a stream', () => {
  test('says hello at once and pings while nothing happens', async () => {
    const stream = await follow();

    await eventually(() => stream.text.startsWith(': hello\n\n'));
    await eventually(() => stream.text.split(': ping\n\n').length > 2);
    stream.cancel();
  });

  test('brings what happens, in order, with the place as its id', async () => {
    const stream = await follow();
    await visitor.say('How long does delivery take?');
    await visitor.handOff();
    await visitor.until('waiting');

    const { seq } = await visitor.conversation();
    await eventually(() => seqsOf(stream.frames()).length === seq);

    expect(seqsOf(stream.frames())).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
    expect(stream.text).toContain(`event: event\nid: ${seq}\ndata: {"seq":${seq},`);
    stream.cancel();
  });

  test('that comes back from anywhere misses nothing and doubles nothing', async () => {
    const long = await logOf(130);

    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 5 }), async (cuts) => {
        let conversation = newConversation(long.id);
        const seqs: number[] = [];
        for (const wanted of [...cuts, 1000]) {
          const stream = await follow(String(conversation.seq), long);
          const goal = Math.min(conversation.seq + wanted, 130);
          await eventually(
            () => seqsOf(stream.frames()).at(-1) === 130 || conversation.seq >= goal,
          );
          stream.cancel();
          const events = stream
            .frames()
            .flatMap((frame) => (frame.type === 'event' ? [frame.stored] : []))
            .slice(0, wanted);
          seqs.push(...events.map(({ seq }) => seq));
          conversation = events.reduce(apply, conversation);
        }

        expect(seqs).toEqual(Array.from({ length: 130 }, (_, index) => index + 1));
        expect(conversation).toEqual(await long.conversation());
      }),
      { numRuns: 25 },
    );
  });

  test('gives everything between reading the log and listening', async () => {
    const streams = [];
    for (let n = 0; n < 20; n += 1) {
      const [stream] = await Promise.all([
        follow(),
        rig.store.tx((tx) => tx.append(visitor.id, `n${n}`, { type: 'message-removed', id: 'x' })),
      ]);
      streams.push(stream);
    }

    const all = Array.from({ length: 21 }, (_, index) => index + 1);
    for (const stream of streams) {
      await eventually(() => seqsOf(stream.frames()).length >= all.length);
      expect(seqsOf(stream.frames())).toEqual(all);
      stream.cancel();
    }
  });

  test.each(['99', '999999999999999', '-1', '1.5', 'NaN', 'abc', '0x1', '1e1'])(
    'with a cursor that this conversation never had, %j, starts again from the whole',
    async (cursor) => {
      await visitor.say('Hello');
      const stream = await follow(cursor);
      await eventually(() => stream.frames().length > 0);

      expect(stream.frames()).toEqual([
        { type: 'reset', conversation: await visitor.conversation() },
      ]);
      await visitor.say('Thanks');
      const { seq } = await visitor.conversation();
      await eventually(() => seqsOf(stream.frames()).at(-1) === seq);
      expect(seqsOf(stream.frames())).toEqual([seq - 1, seq]);
      stream.cancel();
    },
  );

  test('ends when the server stops', async () => {
    const stream = await follow();
    await eventually(() => stream.frames().length > 0);

    await rig.restart();

    await eventually(() => stream.isOver);
    expect((await follow()).isOver).toBe(false);
  });

  test('brings a log that is larger than what may stand unread', async () => {
    const long = await logOf(120, 'x'.repeat(4000));

    const stream = await follow('0', long);
    await eventually(() => seqsOf(stream.frames()).length === 120);

    expect(stream.isOver).toBe(false);
    stream.cancel();
  });

  test('starts again with a whole that is larger than what may stand unread', async () => {
    const long = await logOf(120, 'x'.repeat(4000));

    const stream = await follow('500', long);
    await eventually(() => stream.frames().length === 1);
    await long.call('/read', { throughSeq: 5 });
    await eventually(() => stream.frames().length === 2);

    expect(stream.frames()[0]?.type).toBe('reset');
    stream.cancel();
  });
});

describe('over a real connection', () => {
  test('the bytes are the same as without one', async () => {
    await visitor.say('Hello');
    const server = await listen(rig.proxy, { port: 0, host: '127.0.0.1' });
    const path = `/api/conversations/${visitor.id}/events`;
    try {
      const abort = new AbortController();
      const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
        headers: visitor.headers,
        signal: abort.signal,
      });
      const [real, direct] = [reading(response), await follow()];
      const { seq } = await visitor.conversation();
      await eventually(() =>
        [real, direct].every(({ text }) => seqsOf(framesOf(text)).at(-1) === seq),
      );

      const withoutPings = (text: string) => text.replaceAll(': ping\n\n', '');
      expect(withoutPings(real.text)).toBe(withoutPings(direct.text));
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      abort.abort();
      direct.cancel();
    } finally {
      await server.close();
    }
  });

  test('somebody who reads nothing holds little, and comes back to find everything', async () => {
    const long = await logOf(2000, 'x'.repeat(4000));
    const server = await listen(rig.proxy, { port: 0, host: '127.0.0.1' });
    try {
      const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
      const sockets = Array.from({ length: 10 }, () => {
        const socket = connect(server.port, '127.0.0.1');
        socket.pause();
        socket.write(
          `GET /api/conversations/${long.id}/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${long.token}\r\n\r\n`,
        );
        return socket;
      });
      const direct = await follow('0', long);
      await eventually(() => direct.text.includes('id: 2000\n'));
      const after = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
      for (const socket of sockets) socket.destroy();

      // Eight megabytes each would be eighty; kernels buffer some, we do not.
      expect(after - before).toBeLessThan(40 * 1024 * 1024);
      direct.cancel();
    } finally {
      await server.close();
    }
  });
});

describe('a reader that is too slow for what cannot wait', () => {
  const typing: Frame = { type: 'typing', typing: true };
  const large: Frame = {
    type: 'delta',
    answerId: 'a',
    replyTo: 'q',
    offset: 0,
    text: 'x'.repeat(50_000),
  };

  function isDropped(stream: FrameStream, frames: number): boolean {
    for (let n = 0; n < frames; n += 1) stream.send(frameText(large));
    stream.send(frameText(typing));
    return stream.isOver;
  }

  test('is dropped beyond 256 KB on a web stream', () => {
    expect(isDropped(openFrameStream({}, undefined), 5)).toBe(false);
    expect(isDropped(openFrameStream({}, undefined), 8)).toBe(true);
  });

  test('is dropped beyond 256 KB on a node response', async () => {
    const outcomes: boolean[] = [];
    const server = createServer((request, response) => {
      outcomes.push(isDropped(openFrameStream({}, response), request.url === '/many' ? 600 : 2));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const sockets = ['/few', '/many'].map((path) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.pause();
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
      return socket;
    });

    await eventually(() => outcomes.length === 2);
    for (const socket of sockets) socket.destroy();
    server.close();

    expect(new Set(outcomes)).toEqual(new Set([false, true]));
  });
});

describe('long polling', () => {
  const poll = (query: string) =>
    visitor.call(`?${query}`, undefined, 'GET').then((response) => response.json());

  test('gives what there is at once', async () => {
    await visitor.say('Hello');

    const { events } = await poll('after=1&wait=25');

    expect(events.length).toBeGreaterThan(0);
    expect(events[0].seq).toBe(2);
  });

  test('waits for the next event and not longer', async () => {
    let isAnswered = false;
    const polling = poll('after=1&wait=25').then((answer) => {
      isAnswered = true;
      return answer;
    });
    for (let n = 0; n < 20; n += 1) await visitor.conversation();
    expect(isAnswered).toBe(false);

    await visitor.handOff();

    const { events } = await polling;
    expect(events[0]).toMatchObject({ seq: 2, event: { type: 'handoff-changed' } });
  });

  test('comes back empty-handed when nothing happened in time', async () => {
    expect(await poll('after=1&wait=2')).toEqual({ events: [] });
    expect(await poll('after=1')).toEqual({ events: [] });
  });

  test('misses nothing that comes between looking and waiting', async () => {
    for (let n = 1; n <= 30; n += 1) {
      const [{ events }] = await Promise.all([
        poll(`after=${n}&wait=25`),
        rig.store.tx((tx) => tx.append(visitor.id, `n${n}`, { type: 'message-removed', id: 'x' })),
      ]);
      expect(events).toMatchObject([{ seq: n + 1 }]);
    }
  });

  test('gives the whole to somebody whose cursor is ahead', async () => {
    expect(await poll('after=50&wait=25')).toEqual({ conversation: await visitor.conversation() });
    expect(messagesOf(await visitor.conversation())).toEqual([]);
  });

  test('ends when the server stops', async () => {
    const waiting = rig.proxy.fetch(
      new Request(`${PROXY}/api/conversations/${visitor.id}?after=1&wait=25`, {
        headers: visitor.headers,
      }),
    );
    for (let n = 0; n < 5; n += 1) await visitor.conversation();
    await rig.proxy.close();

    expect((await waiting).status).toBe(200);
  });
});
