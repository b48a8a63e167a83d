import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/proxy/clock.ts';
import { listen, type Listening } from '../../src/proxy/listen.ts';
import './patience.ts';
import { createRig, eventually, type Rig } from './rig.ts';

let rig: Rig;
let server: Listening;
const sockets: Socket[] = [];

/** Soon enough for a test, and not so soon that a busy machine counts as a slow client. */
const IMPATIENT = {
  headersTimeout: 3_000,
  requestTimeout: 4_000,
  uploadTimeout: 60_000,
  connectionsCheckingInterval: 50,
};

beforeEach(async () => {
  rig = await createRig();
  server = await listen(rig.proxy, { port: 0, host: '127.0.0.1' }, IMPATIENT);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
  await rig.close();
});

/** A connection that has sent `text`, with what came back. */
function sending(text: string) {
  const socket = connect(server.port, '127.0.0.1');
  const heard = { text: '', isOver: false, socket };
  sockets.push(socket);
  socket.on('data', (data: Buffer) => (heard.text += data.toString()));
  socket.on('error', () => {});
  socket.on('close', () => (heard.isOver = true));
  socket.write(text);
  return heard;
}

const GET_WIDGET = 'GET /api/widget HTTP/1.1\r\nhost: x\r\n\r\n';

describe('somebody who', () => {
  test.each([
    ['sends half a header', 'GET /api/widget HTTP/1.1\r\nhost: '],
    [
      'announces a body that never comes',
      'POST /api/conversations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{',
    ],
  ])('%s is sent away, while others are served', async (_name, text) => {
    const slow = sending(text);

    const others = await Promise.all(
      Array.from({ length: 20 }, () => fetch(`http://127.0.0.1:${server.port}/api/widget`)),
    );
    await eventually(() => slow.isOver);

    expect(others.every(({ ok }) => ok)).toBe(true);
    expect(slow.text).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('sends more headers than anybody needs is refused', async () => {
    const many = sending(
      `GET /api/widget HTTP/1.1\r\nhost: x\r\n${'a: bbbbbbbbbbbbbbbb\r\n'.repeat(2_000)}\r\n`,
    );

    await eventually(() => many.isOver);

    expect(many.text).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('sends a file on a slow line may take longer than anybody else', async () => {
    await server.close();
    await rig.close();
    rig = await createRig({ clock: systemClock, before: () => {} });
    server = await listen(rig.proxy, { port: 0, host: '127.0.0.1' }, IMPATIENT);
    const visitor = await rig.visitor();
    const upload = sending(
      `POST /api/conversations/${visitor.id}/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${visitor.token}\r\ncontent-length: 9\r\n\r\nThe `,
    );
    const slow = sending(
      'POST /api/conversations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{',
    );
    await eventually(() => slow.isOver);

    upload.socket.write('story');

    await eventually(() => upload.text.includes('text/plain'));
    expect(upload.text).toMatch(/^HTTP\/1\.1 201 /);
  });

  test('listens to a stream is heard of for longer than a request may take to arrive', async () => {
    const visitor = await rig.visitor();
    const stream = sending(
      `GET /api/conversations/${visitor.id}/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${visitor.token}\r\n\r\n`,
    );
    const slow = sending('GET /');
    await eventually(() => slow.isOver);
    await visitor.say('Hello');

    await eventually(() => stream.text.includes('Hello'));
    expect(stream.isOver).toBe(false);
  });
});

describe('a server that stops', () => {
  test('asks readers to come back at different times, and ends connections that are kept alive', async () => {
    const visitor = await rig.visitor();
    const streams = Array.from({ length: 5 }, () =>
      sending(
        `GET /api/conversations/${visitor.id}/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${visitor.token}\r\n\r\n`,
      ),
    );
    const keptAlive = sending(GET_WIDGET);
    await eventually(() => streams.every(({ text }) => text.includes('id: 1')));
    await eventually(() => keptAlive.text.includes('messageCharacters'));

    const gone = server.close();
    await rig.proxy.close();
    await gone;

    await eventually(() => [...streams, keptAlive].every(({ isOver }) => isOver));
    const hints = streams.map(({ text }) => Number(/^retry: (\d+)$/m.exec(text)?.[1]));
    expect(new Set(hints).size).toBeGreaterThan(1);
    expect(Math.max(...hints)).toBeLessThanOrEqual(5_000);
  });

  test('says so to whoever asks it still', async () => {
    await rig.proxy.close();

    const response = await fetch(`http://127.0.0.1:${server.port}/readyz`);

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
  });
});
