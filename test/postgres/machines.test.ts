import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainText } from '../../src/conversation/plain-text.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import { StartedConversation } from '../../src/protocol/routes.ts';
import {
  eventually,
  freePort,
  serverEnvironment,
  startServer,
  startSimulator,
  type RequestRecord,
  type ServerProcess,
  type SimulatorProcess,
} from '../journeys/processes.ts';
import { createVisitor, json, type Visitor } from '../proxy/rig.ts';
import { temporaryDatabase as temporarySqlite } from '../store/temporary-database.ts';
import { temporaryDatabase } from './database.ts';
import { startPostgres } from './server.ts';

const SECRET = 'the secret that all machines of a site share';
const QUESTION = 'My teapot arrived broken, what now?';

let simulator: SimulatorProcess;
let undo: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  simulator = await startSimulator();
  undo = [() => simulator.kill()];
});
afterEach(async () => {
  for (const step of undo.toReversed()) await step();
});

async function startMachine(databaseUrl: string, publicUrl?: string): Promise<ServerProcess> {
  const machine = await startServer(simulator, {
    DATABASE_URL: databaseUrl,
    SECRET,
    ...(publicUrl !== undefined && { PUBLIC_URL: publicUrl }),
  });
  undo.push(() => machine.dispose());
  return machine;
}

async function temporaryFile() {
  const { path, remove } = await temporarySqlite();
  return { url: `file:${path}`, remove };
}

/** A browser whose next request goes wherever `machine` says. */
async function visitorOf(machine: () => ServerProcess): Promise<Visitor> {
  const request = (path: string, init?: RequestInit) => fetch(`${machine().url}${path}`, init);
  const response = await request('/api/conversations', json({}));
  return createVisitor(request, StartedConversation.parse(await response.json()));
}

/** What arrives in a stream of the visitor's conversation, opened at this machine. */
async function follow(visitor: Visitor, machine: ServerProcess): Promise<() => string> {
  const response = await fetch(`${machine.url}/api/conversations/${visitor.id}/events`, {
    headers: visitor.headers,
  });
  let text = '';
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })().catch(() => {});
  return () => text;
}

async function ticketsWith(text: string) {
  const tickets = await simulator.tickets();
  return tickets.filter(({ messages }) => messages.some((message) => message.text === text));
}

function isUnderWay({ status }: RequestRecord): boolean {
  return typeof status === 'string';
}

test.each(['PostgreSQL', 'one SQLite file'])(
  'on %s an agent’s reply that Zendesk tells one process reaches the browser at the other',
  async (kind) => {
    const database = kind === 'PostgreSQL' ? await temporaryDatabase() : await temporaryFile();
    undo.push(database.remove);
    const first = await startMachine(database.url);
    const second = await startMachine(database.url, first.url);
    const visitor = await visitorOf(() => second);
    await visitor.say(QUESTION);
    await visitor.handOff();
    await visitor.until('waiting');
    const seen = await follow(visitor, second);
    const [ticket] = await eventually('there is a ticket', () => simulator.tickets());

    await simulator.act(ticket?.id ?? '', 'reply', { text: 'I am sorry to hear that.' });

    await eventually('the reply is in the stream', async () => seen().includes('I am sorry'));
    const elsewhere = createVisitor((path, init) => fetch(`${first.url}${path}`, init), visitor);
    expect(await elsewhere.conversation()).toEqual(await visitor.conversation());
    expect(seen().split('I am sorry')).toHaveLength(2);
  },
);

test('two machines share the work, and every message of every customer arrives once, in order', async () => {
  const { url, remove } = await temporaryDatabase();
  undo.push(remove);
  const first = await startMachine(url);
  const machines = [first, await startMachine(url, first.url)] as const;
  const names = Array.from({ length: 12 }, (_, index) => `Customer ${index}`);

  await Promise.all(
    names.map(async (name, index) => {
      let turn = index;
      const visitor = await visitorOf(() => machines[(turn += 1) % 2 ? 0 : 1]);
      await visitor.say(`${name} has a broken teapot`);
      await visitor.handOff();
      for (const n of [1, 2, 3, 4]) await visitor.say(`${name} says ${n}`);
    }),
  );

  for (const name of names) {
    const tickets = await eventually(`${name} has a whole ticket`, async () => {
      const found = await ticketsWith(`${name} says 4`);
      return found.length > 0 && found;
    });
    expect(tickets).toHaveLength(1);
    const texts = tickets[0]?.messages.map(({ text }) => text) ?? [];
    expect(texts.filter((text) => text.startsWith(`${name} says`))).toEqual(
      [1, 2, 3, 4].map((n) => `${name} says ${n}`),
    );
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('when a machine dies in the middle of a handoff another one finishes it', async () => {
  const { url, remove } = await temporaryDatabase();
  undo.push(remove);
  const first = await startMachine(url);
  let at = first;
  const visitor = await visitorOf(() => at);
  await visitor.say(QUESTION);
  const match = { method: 'POST', path: '/messages$', nth: 2 };
  await simulator.disturb([{ match, effect: { type: 'hang', after: true } }]);
  await visitor.handOff();
  await eventually('a request is under way', async () =>
    (await simulator.requests()).some(isUnderWay),
  );
  const second = await startMachine(url, first.url);

  await first.kill();
  await simulator.calm();
  at = second;
  await visitor.say('The order is A-20417.');

  const tickets = await eventually('the afterthought is in the ticket', async () => {
    const found = await ticketsWith('The order is A-20417.');
    return found.length > 0 && found;
  });
  expect(tickets).toHaveLength(1);
  const [summary, ...rest] = tickets[0]?.messages.map(({ text }) => text) ?? [];
  expect(summary).toMatch(/^Summary/);
  expect(rest).toEqual(messagesOf(await visitor.conversation()).map(plainText));
});

test('a machine with another secret does not start, and says why', async () => {
  const { url, remove } = await temporaryDatabase();
  undo.push(remove);
  await startMachine(url);
  const env = {
    ...serverEnvironment(await freePort(), '', simulator.url),
    DATABASE_URL: url,
    SECRET: `${SECRET}, or not`,
  };

  const refused = promisify(execFile)(process.execPath, ['dist/server/main.js'], { env });

  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr:
      'Baton cannot start. SECRET is not the one that this database was used with before: set the same on every machine.\n',
  });
});

test('while the database is away customers are asked to come again, and lose nothing', async () => {
  const server = await startPostgres({ durable: true });
  undo.push(() => server.dispose());
  const { url } = await temporaryDatabase(server.url);
  const machine = await startMachine(url);
  const visitor = await visitorOf(() => machine);
  await visitor.say(QUESTION);
  const message = { id: crypto.randomUUID(), text: 'Is anybody there?' };

  await server.kill();
  const refused = await visitor.call('/messages', message);
  const ready = await fetch(`${machine.url}/readyz`);
  const alive = await fetch(`${machine.url}/healthz`);
  await server.start();

  expect([refused.status, ready.status, alive.status]).toEqual([503, 503, 200]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await eventually('the message is taken', async () => {
    const response = await visitor.call('/messages', message);
    await response.text();
    return response.ok;
  });
  const said = messagesOf(await visitor.conversation()).map(({ body }) => body);
  expect(said.filter((body) => body === 'Is anybody there?')).toHaveLength(1);
  expect(said[0]).toBe(QUESTION);
});
