import { afterEach, describe, expect, test } from 'vitest';
import { phrasesOf } from '../../src/agent/phrases.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import type { FaultRule } from '../../src/demo/simulator/faults.ts';
import { HandoffAnswer, SummaryAnswer, WidgetSettings } from '../../src/protocol/routes.ts';
import './patience.ts';
import {
  createRig,
  errorOf,
  eventually,
  WITH_SUPPORT,
  ZENDESK,
  type Rig,
  type RigOptions,
  type Visitor,
} from './rig.ts';
import { demoAccount } from '../../src/demo/simulator/account.ts';
import { chatTickets } from './zendesk-side.ts';

const QUESTION = 'My teapot arrived broken, what now?';
const ANA = { name: 'Ana', email: 'ana@example.com' };
const { signIn: SIGN_IN } = WITH_SUPPORT;
const OUTAGE: FaultRule = { match: { path: '^/sc' }, effect: { type: 'status', status: 503 } };

let rig: Rig;
let visitor: Visitor;
afterEach(() => rig.close());

async function begin(options: RigOptions = {}): Promise<void> {
  rig = await createRig({ account: WITH_SUPPORT, ...options });
  visitor = await rig.visitor();
}

const tickets = () => rig.simulator.workspace.snapshot().tickets;

async function leave(id: string = crypto.randomUUID(), contact: object = ANA, more = {}) {
  const response = await visitor.call('/ticket', { id, contact, ...more });
  return HandoffAnswer.parse(await response.json()).handoff;
}

async function untilNumbered() {
  return eventually(async () => {
    const { handoff } = await visitor.conversation();
    return handoff.state === 'ticket' && handoff.number !== undefined && handoff;
  });
}

/** Every row has come to its end: nothing more will be sent. */
async function untilQuiet(): Promise<void> {
  await eventually(async () =>
    (await rig.store.outbox(visitor.id)).every(({ state }) =>
      ['sent', 'failed', 'cancelled'].includes(state),
    ),
  );
}

function disturb(...rules: FaultRule[]) {
  rig.simulator.faults.set({ rules });
}

describe('leaving an e-mail address', () => {
  test('makes a ticket of whoever asked, which tells the team all that was said', async () => {
    await begin({ settings: { handoff: { tags: ['website'] } } });
    await visitor.say('Hello');
    await visitor.say(QUESTION);

    expect(await leave()).toMatchObject({ state: 'ticket', email: ANA.email });
    const { number } = await untilNumbered();

    const [ticket] = tickets();
    expect(ticket).toMatchObject({ subject: QUESTION, requester: ANA, active: false });
    expect(String(ticket?.id)).toBe(number);
    expect(ticket?.tags).toContain('website');
    const [note, ...others] = ticket?.messages ?? [];
    expect(others).toEqual([]);
    expect(note?.internal).toBe(true);
    const { shared } = await visitor.conversation();
    expect(note?.text).toMatch(/^Summary\n\n/);
    expect(note?.text).toContain(shared?.summary);
    expect(note?.text).toContain('Email: ana@example.com (given by the customer, not verified)');
    expect(note?.text).toMatch(/Articles cited\nDamaged on arrival: http/);
    for (const { body } of messagesOf(await visitor.conversation())) {
      expect(note?.text).toContain(body.split('\n')[0]?.slice(0, 40));
    }
  });

  test('leaves the AI agent in charge', async () => {
    await begin();
    await leave();

    await visitor.say(QUESTION);

    expect(messagesOf(await visitor.conversation()).at(-1)?.author.kind).toBe('ai-agent');
  });

  test('pressed again, or sent again after the answer was lost, is one ticket', async () => {
    await begin();
    const id = crypto.randomUUID();

    await Promise.all([leave(id), leave(id), leave(), leave()]);
    await untilNumbered();
    const again = await leave(id);
    await untilQuiet();

    expect(again).toMatchObject({ state: 'ticket', number: String(tickets()[0]?.id) });
    expect(tickets()).toHaveLength(1);
  });

  test('again after another question is another ticket, which names the first', async () => {
    await begin();
    await leave();
    const first = await untilNumbered();
    await visitor.say('How do I care for stoneware?');

    await leave();
    await eventually(async () => (await untilNumbered()).number !== first.number);

    const [second] = tickets();
    expect(second?.messages[0]?.text).toContain(`Earlier ticket: #${first.number}`);
  });

  test('brings a chat of many pages whole, in further notes', async () => {
    await begin();
    const words = Array.from({ length: 6 }, (_, n) => `${n} ${'word '.repeat(750)}end-${n}`);
    for (const text of words) await visitor.say(text);

    await leave();
    await untilNumbered();
    await untilQuiet();

    const notes = tickets()[0]?.messages.map(({ text }) => text) ?? [];
    expect(notes.length).toBeGreaterThan(1);
    expect(notes.every((text) => Buffer.byteLength(text) < 64_000)).toBe(true);
    for (const n of words.keys()) {
      expect(notes.join('').split(`end-${n}`)).toHaveLength(2);
    }
  });

  test('in own words replaces the summary, and says whose words they are', async () => {
    await begin();
    await visitor.say(QUESTION);

    await leave(crypto.randomUUID(), ANA, { summary: 'The spout is <b>gone</b>.' });
    await untilNumbered();

    expect(tickets()[0]?.messages[0]?.text).toMatch(
      /^Summary \(written by the customer\)\n\nThe spout is <b>gone<\/b>\.\n/,
    );
    expect((await visitor.conversation()).shared?.summary).toBe('The spout is <b>gone</b>.');
  });

  test.each([
    ['no address', { name: 'Ana' }],
    ['half an address', { email: 'ana@' }],
    ['two addresses', { email: 'ana@example.com, bob@example.com' }],
    ['a line in the name', { name: 'Ana\nEmail: boss@example.com', email: 'ana@example.com' }],
    ['a line in the address', { email: 'ana@example.com\nBcc: all@example.com' }],
  ])('is refused with %s', async (_which, contact) => {
    await begin();

    const response = await visitor.call('/ticket', { id: crypto.randomUUID(), contact });

    expect(response.status).toBe(400);
    expect(tickets()).toEqual([]);
  });
});

describe('a ticket instead of a person', () => {
  test('tells the agents who have the chat, and gives it back', async () => {
    await begin();
    // The chat's own ticket is never found: nothing waits for that.
    rig.simulator.faults.set({ searchLagMs: 24 * 60 * 60_000 });
    await visitor.say(QUESTION);
    await visitor.handOff();
    await visitor.until('waiting');

    await leave();
    await untilNumbered();
    await untilQuiet();

    const chat = chatTickets(rig).find(({ conversationId }) => conversationId !== null);
    expect(chat?.messages.at(-1)?.text).toMatch(/^The customer left an e-mail address/);
    expect(chat?.active).toBe(false);
    expect(tickets()).toHaveLength(2);
  });

  test('is refused while a person is there', async () => {
    await begin();
    await visitor.handOff();
    await visitor.until('waiting');
    rig.simulator.workspace.reply(tickets()[0]?.id ?? 0, { text: 'Hi' });
    await visitor.until('live');

    const response = await visitor.call('/ticket', { id: crypto.randomUUID(), contact: ANA });

    expect((await errorOf(response)).code).toBe('conflict');
    expect((await visitor.conversation()).handoff.state).toBe('live');
  });

  test('comes by itself after ten minutes in which nobody could be reached, with the address that was given', async () => {
    await begin();
    await visitor.say(QUESTION);
    disturb(OUTAGE);
    await visitor.call('/handoff', { id: crypto.randomUUID(), contact: ANA });
    await visitor.say('Is anybody there?');

    rig.clock.skip(9 * 60_000);
    expect((await visitor.conversation()).handoff.state).toBe('requested');
    rig.clock.skip(61_000);
    await untilNumbered();

    const [ticket, ...others] = tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ requester: ANA, conversationId: null });
    expect(ticket?.messages[0]?.text).toContain('Is anybody there?');
  });

  test('is told the address also where the requester cannot be changed', async () => {
    await begin();
    disturb(OUTAGE);
    await visitor.handOff();
    rig.clock.skip(11 * 60_000);
    await untilNumbered();
    disturb({
      match: { method: 'PUT', path: '/tickets/', nth: 1 },
      effect: { type: 'status', status: 422 },
    });

    await leave();
    await untilQuiet();

    expect(tickets()[0]?.messages.at(-1)?.text).toContain('Email: ana@example.com');
  });

  test('that came by itself without an address takes one later', async () => {
    await begin();
    await visitor.say(QUESTION);
    disturb(OUTAGE);
    await visitor.handOff();
    rig.clock.skip(11 * 60_000);
    const { number } = await untilNumbered();

    expect(await leave()).toMatchObject({ state: 'ticket', number, email: ANA.email });
    await untilQuiet();

    const [ticket, ...others] = tickets();
    expect(others).toEqual([]);
    expect(ticket?.requester).toEqual(ANA);
    expect(ticket?.messages.at(-1)).toMatchObject({ internal: true });
    expect(ticket?.messages.at(-1)?.text).toContain('Email: ana@example.com');
  });
});

describe('a Support API on a bad day', () => {
  const AFTER = [
    ['fails after it was done', { type: 'status', status: 502, after: true }],
    ['is cut off after it was done', { type: 'reset', after: true }],
    ['hangs after it was done', { type: 'hang', after: true }],
    ['answers with a page of HTML', { type: 'status', status: 503, contentType: 'text/html' }],
    ['is busy', { type: 'status', status: 429, headers: { 'retry-after': '2' } }],
  ] as const;
  test.each(AFTER)('makes one ticket when making it %s', async (_how, effect) => {
    await begin();
    disturb({ match: { method: 'POST', path: '/tickets$', nth: 1 }, effect });

    await leave();
    await untilNumbered();
    await untilQuiet();

    expect(tickets()).toHaveLength(1);
  });

  test('is looked at before a ticket is asked for again hours later: it is there', async () => {
    await begin();
    disturb(
      {
        match: { method: 'POST', path: '/tickets$', nth: 1 },
        effect: { type: 'reset', after: true },
      },
      { match: { method: 'GET', path: '/tickets' }, effect: { type: 'status', status: 503 } },
    );
    await leave();
    await eventually(() => tickets().length === 1);
    rig.clock.skip(3 * 60 * 60_000);

    rig.simulator.faults.clear();
    await untilNumbered();

    expect(tickets()).toHaveLength(1);
  });

  test('that refuses a ticket leaves the customer with the AI agent, who can try again', async () => {
    await begin();
    disturb({ match: { path: '/tickets$', nth: 1 }, effect: { type: 'status', status: 422 } });

    await leave();
    const failed = await visitor.until('failed');
    await leave();
    await untilNumbered();

    expect(failed.handoff).toMatchObject({ reason: 'refused' });
    expect(tickets()).toHaveLength(1);
  });

  test('does not keep the chat from its agents, nor the chat a ticket from the team', async () => {
    await begin();
    disturb({ match: { path: '/tickets' }, effect: { type: 'status', status: 503 } });
    await leave();

    await visitor.say('No, I would rather talk.');
    await visitor.handOff();
    await visitor.until('waiting');

    disturb(OUTAGE);
    rig.clock.skip(60_000);
    await eventually(() => tickets().some(({ conversationId }) => conversationId === null));
  });

  test('finds the ticket made when its process had died in between', async () => {
    await begin();
    disturb({
      match: { method: 'POST', path: '/tickets$', nth: 1 },
      effect: { type: 'hang', after: true },
    });
    await leave();
    await eventually(() => tickets().length === 1);

    await rig.restart();
    await untilNumbered();

    expect(tickets()).toHaveLength(1);
  });
});

describe('what a customer can do', () => {
  const settings = async () =>
    WidgetSettings.parse(await (await rig.request('/api/widget')).json());

  test.each([
    ['nothing but asking the AI agent, without credentials', {}, [false, false]],
    ['talk to a person, with an app key', { appKey: demoAccount }, [true, false]],
    ['leave a ticket, with a sign-in', { signIn: SIGN_IN }, [false, true]],
    ['both, with both', { appKey: demoAccount, signIn: SIGN_IN }, [true, true]],
    [
      'nothing but asking the AI agent, where only knowledge is wanted',
      { signIn: SIGN_IN, knowledgeOnly: true },
      [false, false],
    ],
  ])('%s', async (_what, credentials, possible) => {
    await begin({ account: { origin: ZENDESK, ...credentials } });

    const { handoff, tickets: canLeave } = await settings();
    const left = await visitor.call('/ticket', { id: crypto.randomUUID(), contact: ANA });

    expect([handoff, canLeave]).toEqual(possible);
    expect(left.status).toBe(canLeave ? 200 : 403);
    if (canLeave) await untilNumbered();
    expect(tickets()).toHaveLength(canLeave ? 1 : 0);
  });

  test('neither, where the site wants no handoff', async () => {
    await begin({ settings: { handoff: { to: 'off' } } });

    expect(await settings()).toMatchObject({ handoff: false, tickets: false, offline: 'queue' });
  });
});

describe('a wish for a person in words', () => {
  const WISH = 'I want to talk to a person';

  test.each<[string, RigOptions, ('online' | 'away')?]>([
    ['where only a ticket can be left', { account: { origin: ZENDESK, signIn: SIGN_IN } }],
    [
      'where what is shared is always shown before',
      { settings: { handoff: { preview: 'always' } } },
    ],
    ['where an address is asked for', { settings: { handoff: { ask: ['email'] } } }],
    ['while the team is away', {}, 'away'],
  ])('%s is answered with the button', async (_where, options, status = 'online') => {
    await begin(options);
    rig.simulator.workspace.setStatus(status);

    await visitor.say(WISH);

    const { handoff, entries } = await visitor.conversation();
    expect(handoff.state).toBe('ai');
    expect(entries.at(-1)).toMatchObject({
      message: {
        author: { kind: 'ai-agent' },
        body: phrasesOf('en').pressForPerson,
        actions: [{ type: 'hand-off', isWanted: true }],
      },
    });
  });

  test('is enough where nothing has to come before', async () => {
    await begin({ settings: { handoff: { preview: 'never' } } });
    rig.simulator.workspace.setStatus('away');

    await visitor.say(WISH);

    expect((await visitor.until('waiting')).handoff.state).toBe('waiting');
  });
});

test('what would be shared can be seen before, and is neither kept nor sent', async () => {
  await begin();
  await visitor.say(QUESTION);
  const before = await visitor.conversation();

  const { summary } = SummaryAnswer.parse(await (await visitor.call('/summary')).json());

  expect(summary).toContain(QUESTION);
  expect(await visitor.conversation()).toEqual(before);
  expect(await rig.store.outbox(visitor.id)).toEqual([]);
});

test('what was seen before is what the team gets', async () => {
  let count = 0;
  await begin({
    model: {
      async *answer() {},
      summarize: () => Promise.resolve(`Summary number ${(count += 1)}`),
    },
  });
  await visitor.say(QUESTION);
  await visitor.call('/summary');

  await leave();
  await untilNumbered();

  expect((await visitor.conversation()).shared?.summary).toBe('Summary number 1');
});

describe('a handoff', () => {
  test('brings how the customer can be reached and what they say it is about to the agents', async () => {
    await begin();
    await visitor.say(QUESTION);

    await visitor.call('/handoff', {
      id: crypto.randomUUID(),
      contact: ANA,
      summary: 'The spout is gone.',
    });
    await visitor.until('waiting');

    const [summary] = chatTickets(rig)[0]?.messages ?? [];
    expect(summary?.text).toBe(
      'Summary (written by the customer)\n\nThe spout is gone.\n\nName: Ana\n' +
        'Email: ana@example.com (given by the customer, not verified)',
    );
    const passed = rig.simulator.history.requests.filter(({ path }) =>
      path.endsWith('/passControl'),
    );
    expect(JSON.stringify(passed)).not.toContain(ANA.email);
  });

  test('has its ticket found: it gets a subject and the whole story, the customer its number', async () => {
    await begin();
    rig.simulator.faults.set({ searchLagMs: 20_000 });
    await visitor.say(QUESTION);
    const handoff = await visitor.handOff();
    await visitor.until('waiting');

    const id = 'id' in handoff ? handoff.id : '';
    const number = await eventually(async () => (await visitor.conversation()).tickets[id]);
    await untilQuiet();

    const [ticket] = tickets();
    expect(String(ticket?.id)).toBe(number);
    expect(ticket?.subject).toBe(QUESTION);
    const notes = ticket?.messages.filter(({ internal }) => internal) ?? [];
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toMatch(/Articles cited\nDamaged on arrival/);
    expect(notes[0]?.text).toContain(`Customer: ${QUESTION}`);
  });

  test('goes on where the notes on its ticket are refused', async () => {
    await begin();
    disturb({
      match: { method: 'PUT', path: '/tickets/' },
      effect: { type: 'status', status: 403 },
    });
    await visitor.handOff();
    await visitor.until('waiting');

    rig.simulator.workspace.reply(tickets()[0]?.id ?? 0, { text: 'Hi' });

    await visitor.untilSaid('Hi');
    await untilQuiet();
    expect((await visitor.conversation()).handoff.state).toBe('live');
  });
});
