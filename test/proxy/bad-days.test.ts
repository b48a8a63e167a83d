import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { processName } from '../../src/proxy/process-name.ts';
import './patience.ts';
import { createRig, eventually, type Rig, type RigOptions, type Visitor } from './rig.ts';
import { calls, posted } from './zendesk-side.ts';

const MINUTE_MS = 60_000;

let rig: Rig;
let visitor: Visitor;
afterEach(() => rig.close());

async function goLive(options: RigOptions = {}): Promise<void> {
  rig = await createRig(options);
  visitor = await rig.visitor();
  await talk(visitor);
}

/** Brings a customer to an agent. */
async function talk(customer: Visitor): Promise<void> {
  await customer.handOff();
  await customer.until('waiting');
  const tickets = rig.simulator.workspace.snapshot().tickets;
  const ticket = tickets.find(({ assignee }) => assignee === null) ?? tickets.at(-1);
  rig.simulator.workspace.reply(ticket?.id ?? 0, { text: 'Hello' });
  await customer.until('live');
  await quiet(customer);
}

async function quiet(customer = visitor): Promise<void> {
  await eventually(async () =>
    (await rig.store.outbox(customer.id)).every(({ state }) =>
      ['sent', 'failed', 'cancelled'].includes(state),
    ),
  );
}

/** What customers wrote, as all tickets together hold it. */
function arrived(): string[] {
  return rig.simulator.workspace
    .snapshot()
    .tickets.flatMap(({ messages }) => messages)
    .filter(({ author }) => author.kind === 'customer')
    .map(({ text }) => text);
}

const zendesk = async () => (await (await rig.request('/readyz')).json()).zendesk;

function answer(status: number, path = '^/sc', headers: Record<string, string> = {}) {
  rig.simulator.faults.set({
    rules: [{ match: { path }, effect: { type: 'status', status, headers } }],
  });
}

/** Lets time pass in steps that every timer notices. */
async function pass(minutes: number): Promise<void> {
  for (let step = 0; step < minutes * 4; step += 1) {
    rig.clock.skip(MINUTE_MS / 4);
    await visitor.conversation();
  }
}

test('while Zendesk is away for an hour it is hardly asked, keeps nobody waiting afterwards, and health says so', async () => {
  await goLive();
  const others = await Promise.all(Array.from({ length: 4 }, () => rig.visitor()));
  for (const other of others) await talk(other);
  await rig.simulator.settled();
  const before = calls(rig).length;
  answer(503);
  for (const customer of [visitor, ...others]) await customer.say(`Words of ${customer.id}`);
  await eventually(async () => (await zendesk()) === 'does not answer');

  await pass(60);
  const asked = calls(rig).length - before;
  rig.simulator.faults.clear();
  rig.clock.skip(31_000);

  const words = [visitor, ...others].map(({ id }) => `Words of ${id}`).toSorted();
  await eventually(() => words.every((text) => arrived().includes(text)));
  expect(asked).toBeLessThanOrEqual(150);
  expect(
    arrived()
      .filter((text) => text.startsWith('Words'))
      .toSorted(),
  ).toEqual(words);
  expect(await zendesk()).toBe('ready');
});

describe('when Zendesk asks for time', () => {
  test('all conversations wait as long as it says', async () => {
    await goLive();
    const other = await rig.visitor();
    await talk(other);
    const first = rig.clock.now();
    rig.simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/messages$', nth: 1 },
          effect: { type: 'status', status: 429, headers: { 'retry-after': '290' } },
        },
      ],
    });
    await visitor.say('One');
    await eventually(() => posted(rig).at(-1)?.status === 429);
    const asked = calls(rig).length;

    await other.say('Two');
    await eventually(() => rig.clock.now() - first > 20_000);
    expect(calls(rig)).toHaveLength(asked);
    rig.clock.skip(5 * MINUTE_MS);

    await eventually(() => arrived().includes('One') && arrived().includes('Two'));
  });
});

describe('a key that is refused', () => {
  test('stops everything but a try every five minutes, and nothing is given up', async () => {
    await goLive();
    const other = await rig.visitor();
    await talk(other);
    await rig.simulator.settled();
    answer(401);
    await visitor.say('One');
    await eventually(async () => (await zendesk()) === 'refuses the key');
    const asked = calls(rig).length;
    await other.say('Two');

    await pass(30);

    expect(calls(rig).length - asked).toBeLessThanOrEqual(10);
    expect(rig.logged.filter((line) => line.includes('ZENDESK_KEY_ID'))).toHaveLength(1);
    rig.simulator.faults.clear();
    rig.clock.skip(5 * MINUTE_MS + 1_000);
    await eventually(() => arrived().includes('One') && arrived().includes('Two'));
    await eventually(async () => (await zendesk()) === 'ready');
    expect((await visitor.conversation()).failures).toEqual({});
  });

  test('ends a new request for a person at once', async () => {
    await goLive();
    answer(401);
    await visitor.say('One');
    await eventually(async () => (await zendesk()) === 'refuses the key');
    const other = await rig.visitor();

    await other.handOff();

    expect((await other.until('failed')).handoff).toMatchObject({ reason: 'refused' });
  });

  test('gives control back when it is accepted again, whatever was asked for meanwhile', async () => {
    await goLive();
    answer(401, '/releaseControl$');
    await visitor.call('/end');
    await eventually(() =>
      rig.simulator.history.requests.some(
        ({ path, status }) => path.endsWith('/releaseControl') && status === 401,
      ),
    );
    expect(rig.simulator.workspace.snapshot().tickets[0]?.active).toBe(true);
    await visitor.handOff();
    await visitor.until('failed');

    rig.simulator.faults.clear();
    rig.clock.skip(5 * MINUTE_MS + 1_000);

    await eventually(() => rig.simulator.workspace.snapshot().tickets[0]?.active === false);
    await quiet();
  });
});

describe('a message of which nobody knows whether it arrived', () => {
  const lose = (effect: { type: 'hang' | 'reset'; after?: boolean }) =>
    rig.simulator.faults.set({
      rules: [{ match: { method: 'POST', path: '/messages$', nth: 1 }, effect }],
    });

  test('counts as sent as soon as its echo comes, and those behind it go on', async () => {
    await goLive({ settleMs: 10 * MINUTE_MS });
    lose({ type: 'hang', after: true });

    await visitor.say('One');
    await visitor.say('Two');
    await eventually(() => arrived().includes('Two'));

    expect(arrived().slice(-2)).toEqual(['One', 'Two']);
    expect(posted(rig).filter(({ body }) => JSON.stringify(body).includes('One'))).toHaveLength(1);
  });

  test('is not sent again because somebody sets the clock', async () => {
    await goLive({ settleMs: 5 * MINUTE_MS, deaf: true });
    rig.simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/messages$', nth: 1 },
          effect: { type: 'late', ms: 60_000 },
        },
      ],
    });
    await visitor.say('One');
    await eventually(() => posted(rig).at(-1)?.status === 'reset');

    rig.clock.set(24 * 60 * MINUTE_MS);
    await visitor.say('Two');

    await eventually(() => arrived().includes('Two'));
    expect(arrived().slice(-2)).toEqual(['One', 'Two']);
    expect(posted(rig).filter(({ body }) => JSON.stringify(body).includes('One'))).toHaveLength(1);
  });

  test('that came twice all the same stands in the ticket once, and the operator hears of it', async () => {
    await goLive({ settleMs: 1_000 });
    rig.simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/messages$', nth: 1 },
          effect: { type: 'late', ms: 20_000 },
        },
      ],
    });
    await visitor.say('One');
    await visitor.say('Two');
    await eventually(() => arrived().filter((text) => text === 'One').length === 2);
    rig.clock.skip(MINUTE_MS);

    await eventually(() => arrived().filter((text) => text === 'One').length === 1);

    expect(rig.logged.some((line) => line.startsWith('A message came to Zendesk twice'))).toBe(
      true,
    );
    rig.clock.skip(MINUTE_MS);
    await visitor.say('Three');
    await eventually(() => arrived().includes('Three'));
    expect((await visitor.conversation()).removed).toEqual([]);
  });
});

test('nobody waits for a process that was killed: the next one goes on with what it left', async () => {
  let isFirst = true;
  const dead = await nameOfTheDead();
  await goLive({
    settleMs: 10 * MINUTE_MS,
    around: (store) => ({
      ...store,
      claim: (limit, owner, ttlMs, now, lane) =>
        isFirst
          ? store.claim(limit, dead, 60 * MINUTE_MS, now, lane)
          : store.claim(limit, owner, ttlMs, now, lane),
    }),
  });
  rig.simulator.faults.set({
    webhooks: 'drop',
    rules: [
      {
        match: { method: 'POST', path: '/messages$', nth: 1 },
        effect: { type: 'hang', after: true },
      },
    ],
  });
  await visitor.say('One');
  await visitor.say('Two');
  await eventually(() => arrived().includes('One'));

  isFirst = false;
  await rig.restart();

  await eventually(() => arrived().includes('Two'));
  expect(arrived().slice(-2)).toEqual(['One', 'Two']);
});

/** The name of a process of this machine that has ended. */
async function nameOfTheDead(): Promise<string> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return processName('dead').replace(`/${process.pid}/`, `/${child.pid}/`);
}

test('half an hour without webhooks loses nothing that agents wrote', async () => {
  await goLive();
  rig.simulator.faults.set({ webhooks: 'drop' });
  const ticketId = rig.simulator.workspace.snapshot().tickets[0]?.id ?? 0;
  const words = Array.from({ length: 10 }, (_, index) => `Line ${index + 1}`);

  for (const text of words) {
    rig.simulator.workspace.reply(ticketId, { text });
    await pass(3);
  }

  await visitor.untilSaid('Line 10');
  const { entries } = await visitor.conversation();
  const said = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message.body] : []));
  expect(said.filter((body) => body.startsWith('Line'))).toEqual(words);
});

test('what an agent deletes is gone from the summary as well', async () => {
  rig = await createRig();
  visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, my card is canary-4111');
  await visitor.handOff();
  await visitor.until('waiting');
  await quiet();
  const [ticket] = rig.simulator.workspace.snapshot().tickets;
  expect((await visitor.conversation()).shared?.summary).toContain('canary-4111');
  const said = ticket?.messages.find(
    ({ text, author }) => author.kind === 'customer' && text.includes('canary-4111'),
  );

  rig.simulator.workspace.deleteMessage(ticket?.id ?? 0, said?.id ?? '');
  await eventually(async () => (await visitor.conversation()).removed.length === 1);

  expect(JSON.stringify(await visitor.conversation())).not.toContain('canary-4111');
  expect(JSON.stringify(await visitor.folded())).not.toContain('canary-4111');
  expect(JSON.stringify(await rig.store.read(visitor.id, 0))).not.toContain('canary-4111');
  expect(JSON.stringify(await rig.store.outbox(visitor.id))).not.toContain('canary-4111');
});
