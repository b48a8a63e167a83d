import { afterEach, beforeEach, expect, test } from 'vitest';
import './patience.ts';
import { createRig, eventually, type Rig, type Visitor } from './rig.ts';
import { posted } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;

beforeEach(async () => {
  rig = await createRig();
  visitor = await rig.visitor();
  await talk();
});
afterEach(() => rig.close());

/** Brings the customer to an agent. */
async function talk(): Promise<void> {
  await visitor.handOff();
  await visitor.until('waiting');
  rig.simulator.workspace.reply(ticket().id, { text: 'Hello' });
  await visitor.until('live');
}

function ticket() {
  const current = rig.simulator.workspace.snapshot().tickets.find(({ active }) => active);
  if (!current) throw new Error('No agent has the conversation');
  return current;
}

/** What the customer wrote, as the agent's ticket holds it. */
function arrived(): string[] {
  return ticket()
    .messages.filter(({ author }) => author.kind === 'customer')
    .map(({ text }) => text);
}

/** Zendesk will not take the next messages. */
function refuse(times: number): void {
  const match = { method: 'POST', path: '/messages$', nth: 1, times };
  rig.simulator.faults.set({ rules: [{ match, effect: { type: 'status', status: 400 } }] });
}

async function failedWith(id: string): Promise<void> {
  await eventually(async () => (await visitor.conversation()).failures[id] === 'delivery');
  await quiet();
}

async function quiet(): Promise<void> {
  await eventually(async () =>
    (await rig.store.outbox(visitor.id)).every(({ state }) =>
      ['sent', 'failed', 'cancelled'].includes(state),
    ),
  );
}

test('a message that Zendesk refused and that is sent again arrives behind the others, once', async () => {
  const id = crypto.randomUUID();
  refuse(1);
  await visitor.say('First', id);
  await visitor.say('Second');
  await failedWith(id);

  await Promise.all([visitor.say('First', id), visitor.say('First', id)]);
  await visitor.say('First', id);
  await eventually(() => arrived().includes('First'));
  await quiet();

  expect(arrived().slice(-2)).toEqual(['Second', 'First']);
  expect((await visitor.folded()).failures).toEqual({});
  expect(posted(rig).filter(({ body }) => JSON.stringify(body).includes('First'))).toHaveLength(2);
});

test('one that is refused again is said not to have arrived again, as often as it takes', async () => {
  const id = crypto.randomUUID();
  refuse(3);
  for (let press = 0; press < 3; press += 1) {
    await visitor.say('Stubborn', id);
    await failedWith(id);
  }

  await visitor.say('Stubborn', id);
  await eventually(() => arrived().includes('Stubborn'));

  expect((await visitor.conversation()).failures).toEqual({});
});

test('one that the next agent has got with the transcript does not come twice', async () => {
  const id = crypto.randomUUID();
  refuse(1);
  await visitor.say('For the first agent', id);
  await failedWith(id);
  rig.simulator.workspace.end(ticket().id);
  await visitor.until('ended');
  await talk();
  await eventually(() => arrived().includes('For the first agent'));

  await visitor.say('For the first agent', id);
  await visitor.say('And another thing');
  await eventually(() => arrived().includes('And another thing'));

  expect(arrived().filter((text) => text === 'For the first agent')).toHaveLength(1);
  expect((await visitor.conversation()).failures).toEqual({});
});

test('what is pressed while the server stops is neither lost nor doubled', async () => {
  const id = crypto.randomUUID();
  refuse(1);
  await visitor.say('First', id);
  await failedWith(id);

  await visitor.say('First', id);
  await rig.restart();
  await visitor.say('First', id);
  await visitor.say('Second');
  await eventually(() => arrived().includes('Second'));

  expect(arrived().slice(-2)).toEqual(['First', 'Second']);
});
