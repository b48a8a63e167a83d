import { afterEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Message } from '../../src/protocol/message.ts';
import './patience.ts';
import { png, svg } from './files.ts';
import { createRig, errorOf, eventually, SITE, type Rig, type Visitor } from './rig.ts';

let rig: Rig;
let visitor: Visitor;
let ticketId: number;
afterEach(() => rig.close());

/** A customer whose chat is with the team. */
async function wait(): Promise<void> {
  rig = await createRig();
  visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, what now?');
  await visitor.handOff();
  await visitor.until('waiting');
  await eventually(async () =>
    (await rig.store.outbox(visitor.id)).every(({ state }) => state === 'sent'),
  );
  ticketId = rig.simulator.workspace.snapshot().tickets[0]?.id ?? 0;
}

const send = (name: string, bytes: Buffer, type = 'image/png') =>
  rig.simulator.workspace.reply(ticketId, {
    text: '',
    file: { name, type, bytes: new Uint8Array(bytes) },
  });

/** The newest message of the team, once it has such content. */
function received(type: string): Promise<Message> {
  return eventually(async () =>
    messagesOf(await visitor.conversation()).find(({ content }) => content?.type === type),
  );
}

describe('a file that an agent sends', () => {
  test('reaches its customer with the bytes and the type that they have', async () => {
    await wait();
    send('Tea pot.png', png);
    const { id } = await received('image');

    const response = await visitor.call(`/files/${id}`, undefined, 'GET');

    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "attachment; filename*=UTF-8''Tea%20pot.png",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test('can be read by the pages that may use the chat, and by no other', async () => {
    await wait();
    send('a.png', png);
    const { id } = await received('image');
    const ask = async (origin: string) => {
      const headers = { ...visitor.headers, origin };
      const { headers: answered } = await rig.request(
        `/api/conversations/${visitor.id}/files/${id}`,
        { headers },
      );
      return answered.get('access-control-allow-origin');
    };

    expect(await ask(SITE)).toBe(SITE);
    expect(await ask('https://evil.example')).toBeNull();
  });

  test('is nobody else’s: not without the token, not with another one', async () => {
    await wait();
    send('a.png', png);
    const { id } = await received('image');
    const other = await rig.visitor();
    const path = `/api/conversations/${visitor.id}/files/${id}`;

    expect((await rig.request(path)).status).toBe(404);
    expect((await rig.request(path, { headers: other.headers })).status).toBe(404);
    expect((await other.call(`/files/${id}`, undefined, 'GET')).status).toBe(404);
  });

  test('is not handed out once it is deleted', async () => {
    await wait();
    send('a.png', png);
    const { id } = await received('image');

    rig.simulator.workspace.deleteMessage(ticketId, id);
    await eventually(async () => (await visitor.conversation()).removed.includes(id));

    expect((await visitor.call(`/files/${id}`, undefined, 'GET')).status).toBe(404);
    expect(JSON.stringify(await rig.store.read(visitor.id, 0))).not.toContain('a.png');
  });

  test.each([
    ['SVG called a PNG', 'a.png', svg],
    ['HTML called a PNG', 'b.png', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ])('and is %s is refused', async (_, name, bytes) => {
    await wait();
    send(name, bytes);
    const { id } = await received('image');

    const response = await visitor.call(`/files/${id}`, undefined, 'GET');

    expect(await errorOf(response)).toMatchObject({ status: 415, code: 'unsupported-type' });
  });

  test('while Zendesk stumbles can be asked for again', async () => {
    await wait();
    send('a.png', png);
    const { id } = await received('image');
    const away = {
      match: { path: '/sc/attachments', times: 1 },
      effect: { type: 'status' as const, status: 503 },
    };
    rig.simulator.faults.set({ rules: [away] });

    expect((await visitor.call(`/files/${id}`, undefined, 'GET')).status).toBe(503);
    expect((await visitor.call(`/files/${id}`, undefined, 'GET')).status).toBe(200);
  });
});

test('a picture on a card is asked for by the card', async () => {
  await wait();
  rig.simulator.workspace.inject(ticketId, 'carousel', 'Teapots');
  const { id } = await received('carousel');

  const response = await visitor.call(`/files/${id}.1`, undefined, 'GET');

  expect(response.headers.get('content-type')).toBe('image/png');
  expect((await visitor.call(`/files/${id}.9`, undefined, 'GET')).status).toBe(404);
});

test('the picture of an agent is asked for by their message', async () => {
  await wait();
  rig.simulator.workspace.configure({ agentPictures: true });
  rig.simulator.workspace.reply(ticketId, { text: 'Maya here' });
  const conversation = await visitor.untilSaid('Maya here');
  const message = messagesOf(conversation).at(-1);

  const response = await visitor.call(`/files/${message?.id}.avatar`, undefined, 'GET');

  expect(response.headers.get('content-type')).toBe('image/png');
});

test.each(['', '..', '%2e%2e', 'x', '..%2f..%2fwidget'])(
  'there is no file called %j',
  async (name) => {
    await wait();

    const response = await visitor.call(`/files/${name}`, undefined, 'GET');

    expect(response.status).toBe(404);
  },
);
