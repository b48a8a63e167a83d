import { afterEach, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { UploadedFile } from '../../src/protocol/routes.ts';
import './patience.ts';
import { pdf, png } from './files.ts';
import { createRig, eventually, ZENDESK, type Rig, type RigOptions, type Visitor } from './rig.ts';

let rig: Rig;
let visitor: Visitor;
afterEach(() => rig.close());

async function begin(options: RigOptions = {}): Promise<void> {
  rig = await createRig(options);
  visitor = await rig.visitor();
}

/** Sends a message with files, as the widget does. */
async function send(text: string, ...files: [name: string, bytes: Buffer][]): Promise<string> {
  const uploaded = [];
  for (const [name, bytes] of files) {
    const response = await rig.request(`/api/conversations/${visitor.id}/files`, {
      method: 'POST',
      headers: visitor.headers,
      body: new Uint8Array(bytes),
    });
    const { id } = UploadedFile.parse(await response.json());
    uploaded.push({ id, name });
  }
  const id = crypto.randomUUID();
  const response = await visitor.call('/messages', { id, text, files: uploaded });
  if (!response.ok) throw new Error(await response.text());
  await response.text();
  return id;
}

const ticket = () => rig.simulator.workspace.snapshot().tickets[0];

/** What the agent reads of the customer: words, and files by name. */
const ofCustomer = () =>
  (ticket()?.messages ?? [])
    .filter(({ author }) => author.kind === 'customer')
    .map(({ text, file }) => (file ? `[${file.name}]` : text));

const everythingDelivered = () =>
  eventually(async () => {
    const rows = await rig.store.outbox(visitor.id);
    return rows.length > 0 && rows.every(({ state }) => state === 'sent' || state === 'failed');
  });

async function handOff(): Promise<void> {
  await visitor.handOff();
  await visitor.until('waiting');
  await everythingDelivered();
}

/** The bytes that an agent gets. */
async function bytesOf(name: string): Promise<Buffer> {
  const file = ticket()?.messages.find((message) => message.file?.name === name)?.file;
  const path = file?.url.slice(ZENDESK.length) ?? '';
  const response = await rig.simulator.fetch(new Request(`${ZENDESK}${path}`));
  return Buffer.from(await response.arrayBuffer());
}

test('what was attached while the AI agent answered goes to the agents with the handoff, in its place', async () => {
  await begin();
  await send('My teapot arrived broken, what now?', ['spout.png', png], ['bill.pdf', pdf]);
  await send('', ['lid.png', png]);
  await visitor.say('That is all.');

  await handOff();

  expect(ofCustomer()).toEqual([
    'My teapot arrived broken, what now?',
    '[spout.png]',
    '[bill.pdf]',
    '[lid.png]',
    'That is all.',
  ]);
  expect(await bytesOf('spout.png')).toEqual(png);
  expect(await bytesOf('bill.pdf')).toEqual(pdf);
});

test('what is attached while an agent is there follows its words', async () => {
  await begin();
  await visitor.say('My teapot arrived broken, what now?');
  await handOff();
  const before = ofCustomer().length;

  await send('Here it is.', ['spout.png', png]);
  await visitor.say('Do you see it?');
  await everythingDelivered();

  expect(ofCustomer().slice(before)).toEqual(['Here it is.', '[spout.png]', 'Do you see it?']);
});

test('files that are too old for a message of their own follow what is packed', async () => {
  await begin();
  await send('Look at this', ['old.png', png]);
  for (let time = 0; time < 11; time += 1) await visitor.say(`Hello ${time}`);

  await handOff();

  const all = ticket()?.messages.map(({ text, file }) => file?.name ?? text) ?? [];
  const packed = all.findIndex((text) => text.includes('Look at this [old.png]'));
  expect(packed).toBeGreaterThan(-1);
  expect(all[packed + 1]).toBe('old.png');
});

test.each(['attachments', 'messages'] as const)(
  'a file is there once when Zendesk loses its answers about %s',
  async (path) => {
    await begin();
    await visitor.say('My teapot arrived broken, what now?');
    await handOff();
    rig.simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: `/${path}`, times: 2 },
          effect: { type: 'reset', after: true },
        },
      ],
    });

    await send('Here it is.', ['spout.png', png]);
    await everythingDelivered();

    expect(ofCustomer().filter((text) => text === '[spout.png]')).toHaveLength(1);
  },
);

test('a file that Zendesk does not take keeps nobody from an agent, and both sides hear of it', async () => {
  await begin();
  rig.simulator.faults.set({
    rules: [{ match: { path: '/attachments' }, effect: { type: 'status', status: 400 } }],
  });
  const id = await send('My teapot arrived broken, what now?', ['spout.png', png]);

  await handOff();

  expect(ofCustomer()[1]).toContain('cannot be passed on: spout.png');
  expect((await visitor.conversation()).failures[id]).toBe('delivery');
});

test('a file that was not taken is passed on when its message is sent again', async () => {
  await begin();
  await visitor.say('My teapot arrived broken, what now?');
  await handOff();
  rig.simulator.faults.set({
    rules: [{ match: { path: '/attachments' }, effect: { type: 'status', status: 400 } }],
  });
  const id = await send('Here it is.', ['spout.png', png]);
  const failed = await eventually(async () => {
    const conversation = await visitor.conversation();
    return conversation.failures[id] === 'delivery' && conversation;
  });
  await everythingDelivered();
  rig.simulator.faults.clear();

  const said = messagesOf(failed).find((message) => message.id === id);
  const files = said?.content?.type === 'files' ? said.content.files : [];
  await (await visitor.call('/messages', { id, text: 'Here it is.', files })).text();
  await everythingDelivered();

  expect(ofCustomer().filter((text) => text === 'Here it is.')).toHaveLength(1);
  expect(ofCustomer().at(-1)).toBe('[spout.png]');
  expect((await visitor.conversation()).failures).toEqual({});
});

test('a file is dropped after a day if nobody was asked, and agents are told that there was one', async () => {
  await begin();
  await send('My teapot arrived broken, what now?', ['spout.png', png]);
  const [message] = messagesOf(await visitor.conversation());
  const file = message?.content?.type === 'files' ? message.content.files[0]?.id : undefined;
  expect((await visitor.call(`/files/${file}`, undefined, 'GET')).status).toBe(200);

  rig.clock.skip(25 * 3_600_000);
  await eventually(async () => !(await rig.store.file(visitor.id, file ?? '')));

  expect((await visitor.call(`/files/${file}`, undefined, 'GET')).status).toBe(404);
  await handOff();
  expect(ofCustomer()[1]).toContain('cannot be passed on: spout.png');
});

test('a file that was passed on is read from Zendesk when it is not kept here any more', async () => {
  await begin();
  await send('My teapot arrived broken, what now?', ['spout.png', png]);
  const [message] = messagesOf(await visitor.conversation());
  const file = message?.content?.type === 'files' ? message.content.files[0]?.id : undefined;
  await handOff();
  await visitor.call('/end', {});
  await everythingDelivered();
  rig.clock.skip(25 * 3_600_000);
  await eventually(async () => !(await rig.store.file(visitor.id, file ?? '')));

  const response = await visitor.call(`/files/${file}`, undefined, 'GET');

  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
});

test('with a message that an agent removes its files are gone', async () => {
  await begin();
  await visitor.say('My teapot arrived broken, what now?');
  await handOff();
  const id = await send('My card', ['card.png', png]);
  await everythingDelivered();
  const said = messagesOf(await visitor.conversation()).find((message) => message.id === id);
  const file = said?.content?.type === 'files' ? (said.content.files[0]?.id ?? '') : '';
  const shown = ticket()?.messages.find((message) => message.file?.name === 'card.png');

  rig.simulator.workspace.deleteMessage(ticket()?.id ?? 0, shown?.id ?? '');
  await eventually(async () => (await visitor.conversation()).removed.includes(id));

  expect((await visitor.call(`/files/${file}`, undefined, 'GET')).status).toBe(404);
  expect(await rig.store.file(visitor.id, file)).toBeNull();
});
