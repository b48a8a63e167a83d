import { afterEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { transcript } from '../../src/conversation/transcript.ts';
import './patience.ts';
import {
  createRig,
  errorOf,
  eventually,
  WITH_SUPPORT,
  type Rig,
  type RigOptions,
  type Visitor,
} from './rig.ts';
import { calls, chatTickets, otherProgram } from './zendesk-side.ts';

const QUESTION = 'My teapot arrived broken, what now?';

let rig: Rig;
let visitor: Visitor;
afterEach(() => rig.close());

async function begin(options: RigOptions = {}): Promise<void> {
  rig = await createRig(options);
  visitor = await rig.visitor();
}

const tickets = () => chatTickets(rig);

async function firstTicket() {
  return eventually(() => tickets()[0]);
}

const textsOf = (ticket: { messages: { text: string }[] } | undefined) =>
  ticket?.messages.map(({ text }) => text) ?? [];

/** What was said, as agents read it. */
async function story(): Promise<string[]> {
  const messages = messagesOf(await visitor.conversation());
  return transcript(messages, 'Finch').map(({ text }) => text);
}

/** Every row has come to its end: nothing more will be sent. */
async function untilQuiet(): Promise<void> {
  await eventually(async () =>
    (await rig.store.outbox(visitor.id)).every(({ state }) =>
      ['sent', 'failed', 'cancelled'].includes(state),
    ),
  );
}

function holdAt(path: string, nth = 1) {
  rig.simulator.faults.set({
    rules: [{ match: { method: 'POST', path, nth }, effect: { type: 'delay', ms: 4_000 } }],
  });
}

async function untilAsked(call: string): Promise<void> {
  await eventually(() => calls(rig).some((each) => each.startsWith('POST') && each.endsWith(call)));
}

describe('asking for a person', () => {
  test('with the id of somebody else’s handoff brings nothing of theirs', async () => {
    await begin();
    const stranger = await rig.visitor();
    const id = crypto.randomUUID();
    await stranger.handOff(id);
    await stranger.until('waiting');
    await visitor.say(QUESTION);
    await visitor.handOff(id);
    await visitor.until('waiting');
    const ticket = await eventually(() =>
      tickets().find((each) => textsOf(each).includes(QUESTION)),
    );

    rig.simulator.workspace.reply(ticket.id, { text: 'For your eyes only.' });

    await visitor.untilSaid('For your eyes only.');
    await rig.simulator.settled();
    const heard = messagesOf(await stranger.conversation()).map(({ body }) => body);
    expect(heard).not.toContain('For your eyes only.');
  });

  test('again finds the request that is open, whatever its id', async () => {
    await begin();
    const id = crypto.randomUUID();

    const answers = await Promise.all([
      visitor.handOff(id),
      visitor.handOff(id),
      ...Array.from({ length: 6 }, () => visitor.handOff()),
    ]);
    await visitor.until('waiting');
    const late = await visitor.handOff();

    expect(new Set(answers.map((handoff) => 'id' in handoff && handoff.id)).size).toBe(1);
    expect(late).toMatchObject({ state: 'waiting', id });
    expect(tickets()).toHaveLength(1);
  });

  test('brings the summary first, then every word once, and a tag to find the ticket by', async () => {
    await begin({ settings: { handoff: { tags: ['web_chat'] } } });
    await visitor.say(QUESTION);
    const said = await story();

    const handoff = await visitor.handOff();
    await visitor.until('waiting');

    const ticket = await firstTicket();
    const [summary, ...rest] = textsOf(ticket);
    expect(summary).toMatch(/^Summary\n\n/);
    expect(rest).toEqual(said);
    expect(ticket.tags).toContain('web_chat');
    const id = 'id' in handoff ? handoff.id : '';
    expect(ticket.tags).toContain(`baton_${id.replaceAll('-', '').slice(0, 12)}`);
    const { shared } = await visitor.conversation();
    expect(`Summary\n\n${shared?.summary}`).toBe(summary);
  });

  test('takes control before the first word, and passes it after the last', async () => {
    await begin();
    await visitor.say(QUESTION);
    await visitor.handOff();
    await visitor.until('waiting');
    await untilQuiet();

    const posts = calls(rig)
      .filter((call) => call.startsWith('POST') && !call.includes('ntegrations'))
      .map((call) => call.split('/').at(-1));

    expect(posts).toEqual([
      'users',
      'conversations',
      'passControl',
      'messages',
      'messages',
      'messages',
      'passControl',
      'offerControl',
    ]);
  });

  test('is refused with 403 where there is only knowledge, and the widget never hears of it', async () => {
    await begin({ settings: { handoff: { to: 'off' } } });

    const error = await errorOf(await visitor.call('/handoff', { id: crypto.randomUUID() }));
    const settings = await (await rig.request('/api/widget')).json();
    await visitor.say('I want to talk to a person');

    expect(error).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(settings).toMatchObject({ handoff: false, team: { state: 'unknown' } });
    expect((await visitor.conversation()).handoff).toEqual({ state: 'ai' });
    expect(messagesOf(await visitor.conversation()).at(-1)?.author.kind).toBe('ai-agent');
    expect(calls(rig)).toEqual([]);
  });

  test('lets what is typed meanwhile land after the transcript', async () => {
    await begin();
    await visitor.say(QUESTION);
    holdAt('/conversations$');

    await visitor.handOff();
    await visitor.say('One more thing');
    await visitor.say('And another');
    await visitor.until('waiting');
    await untilQuiet();

    const texts = textsOf(await firstTicket());
    expect(texts[1]).toBe(QUESTION);
    expect(texts.slice(-2)).toEqual(['One more thing', 'And another']);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('taking the request back', () => {
  test('before anything left leaves nothing at Zendesk', async () => {
    await begin({ around: (store) => ({ ...store, claim: async () => [] }) });
    await visitor.handOff();

    const { handoff } = await (await visitor.call('/handoff', undefined, 'DELETE')).json();

    expect(handoff).toEqual({ state: 'ai' });
    const states = (await rig.store.outbox(visitor.id)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['cancelled']));
  });

  test('while it is on its way lets the request under way finish, sends no other, and gives control back', async () => {
    await begin();
    await visitor.say(QUESTION);
    holdAt('/messages$', 2);
    await visitor.handOff();
    await eventually(async () =>
      (await rig.store.outbox(visitor.id)).some(
        ({ kind, state, key }) =>
          kind === 'post-message' && state === 'inflight' && !key.endsWith(':summary'),
      ),
    );

    await visitor.call('/handoff', undefined, 'DELETE');
    await untilQuiet();

    expect(tickets()).toEqual([]);
    expect(
      calls(rig).filter((call) => call.endsWith('/messages') && call.startsWith('POST')),
    ).toHaveLength(2);
    expect(calls(rig).filter((call) => call.endsWith('/releaseControl'))).toHaveLength(1);
    const rows = await rig.store.outbox(visitor.id);
    expect(rows.find(({ kind }) => kind === 'pass-control')?.state).toBe('cancelled');
  });

  test('does not send again what turns out never to have arrived', async () => {
    await begin();
    rig.simulator.faults.set({
      rules: [{ match: { method: 'POST', path: '/conversations$' }, effect: { type: 'reset' } }],
    });
    await visitor.handOff();
    await untilAsked('/conversations');

    await visitor.call('/handoff', undefined, 'DELETE');
    rig.simulator.faults.clear();
    await untilQuiet();

    expect(calls(rig).filter((call) => call === 'POST /conversations')).toHaveLength(1);
    const rows = await rig.store.outbox(visitor.id);
    expect(rows.map(({ kind, state }) => [kind, state])).toContainEqual([
      'ensure-conversation',
      'cancelled',
    ]);
    await visitor.handOff();
    await visitor.until('waiting');
    expect(tickets()).toHaveLength(1);
  });

  test('after the agents have it tells them, and then gives control back', async () => {
    await begin();
    await visitor.say(QUESTION);
    await visitor.handOff();
    await visitor.until('waiting');

    await visitor.call('/handoff', undefined, 'DELETE');
    await untilQuiet();

    const ticket = await firstTicket();
    expect(ticket.messages.at(-1)).toMatchObject({
      text: 'The customer cancelled the request.',
      author: { kind: 'ai' },
    });
    expect(ticket.active).toBe(false);
    const conversation = await visitor.conversation();
    expect(conversation.handoff).toEqual({ state: 'ai' });
    expect(messagesOf(conversation).map(({ body }) => body)).not.toContain(
      'The customer cancelled the request.',
    );
  });

  test('leaves the AI agent in charge, and a new request brings everything that was said', async () => {
    await begin();
    holdAt('/users$');
    await visitor.handOff();
    await visitor.say('Typed while waiting');
    await visitor.call('/handoff', undefined, 'DELETE');
    await visitor.say('How long does delivery take?');

    await visitor.handOff();
    await visitor.until('waiting');

    const texts = textsOf(await firstTicket());
    expect(tickets()).toHaveLength(1);
    expect(texts).toContain('Typed while waiting');
    expect(texts).toContain('How long does delivery take?');
  });

  test('twice is the same as once', async () => {
    await begin();
    await visitor.handOff();
    await visitor.until('waiting');

    const states = [];
    for (const [route, method] of [
      ['/handoff', 'DELETE'],
      ['/end', 'POST'],
      ['/end', 'POST'],
    ]) {
      const response = await visitor.call(route ?? '', undefined, method);
      states.push((await response.json()).handoff);
    }

    expect(states).toEqual([{ state: 'ai' }, { state: 'ai' }, { state: 'ai' }]);
  });
});

describe('after a chat with an agent', () => {
  async function goLive() {
    await visitor.say(QUESTION);
    await visitor.handOff();
    await visitor.until('waiting');
    const ticket = await firstTicket();
    rig.simulator.workspace.accept(ticket.id);
    rig.simulator.workspace.reply(ticket.id, { text: 'Hello, Maya here' });
    await visitor.until('live');
    return ticket;
  }

  test('the customer ends it: the agent is told, control goes back, the AI agent answers', async () => {
    await begin();
    const ticket = await goLive();

    const { handoff } = await (await visitor.call('/end')).json();
    await untilQuiet();
    await visitor.say('How do I care for stoneware?');

    expect(handoff).toMatchObject({ state: 'ended', by: 'customer' });
    const now = tickets().find(({ id }) => id === ticket.id);
    expect(now?.messages.at(-1)?.text).toBe('The customer ended the chat.');
    expect(now?.active).toBe(false);
    expect(messagesOf(await visitor.conversation()).at(-1)?.author.kind).toBe('ai-agent');
  });

  test('a second request makes a new conversation and a new ticket with the whole story', async () => {
    await begin();
    const first = await goLive();
    rig.simulator.workspace.end(first.id);
    await visitor.until('ended');
    await visitor.say('How do I care for stoneware?');

    await visitor.handOff();
    await visitor.until('waiting');
    await untilQuiet();

    expect(tickets()).toHaveLength(2);
    const second = tickets().find(({ id }) => id !== first.id);
    expect(second?.conversationId).not.toBe(first.conversationId);
    expect(textsOf(second).slice(1)).toEqual(await story());
    expect(await story()).toContain('Hello, Maya here');
    expect(tickets().find(({ id }) => id === first.id)?.messages).toHaveLength(
      first.messages.length + 1,
    );
  });

  test('where Zendesk has one conversation per customer, the second request meets in it', async () => {
    await begin({
      before: ({ workspace }) => workspace.configure({ multiConvoEnabled: false }),
    });
    const first = await goLive();
    rig.simulator.workspace.end(first.id);
    await visitor.until('ended');
    await visitor.say('How do I care for stoneware?');

    await visitor.handOff();
    await visitor.until('waiting');
    const second = await eventually(() => tickets().find(({ id }) => id !== first.id));
    rig.simulator.workspace.reply(second.id, { text: 'Hello again' });

    expect((await visitor.untilSaid('Hello again')).handoff.state).toBe('live');
    expect(second.conversationId).toBe(first.conversationId);
    const found = await otherProgram(rig).conversation(second.conversationId ?? '');
    expect(found.id).toBe(first.conversationId);
    const words = messagesOf(await visitor.conversation());
    expect(words.filter(({ body }) => body === 'Hello, Maya here')).toHaveLength(1);
  });
});

describe('the team', () => {
  const team = async () => (await (await rig.request('/api/widget')).json()).team;

  test('that is away is said to be away, and the request waits all the same', async () => {
    await begin({ account: WITH_SUPPORT });
    expect(await team()).toEqual({ state: 'online', count: 2 });
    rig.simulator.workspace.setStatus('offline');
    expect(await team()).toEqual({ state: 'online', count: 2 });
    rig.clock.skip(21_000);

    expect(await team()).toEqual({ state: 'away' });
    await visitor.handOff();
    await visitor.until('waiting');
    expect(tickets()).toHaveLength(1);
  });

  test.each([
    ['fails', { type: 'status', status: 500, body: '<html>', contentType: 'text/html' }],
    ['is forbidden', { type: 'status', status: 403 }],
    ['hangs', { type: 'hang' }],
  ] as const)('is unknown, and soon, when the question %s', async (_name, effect) => {
    await begin({ account: WITH_SUPPORT });
    rig.simulator.faults.set({ rules: [{ match: { path: 'agent_availabilities' }, effect }] });
    const before = rig.clock.now();

    expect(await team()).toEqual({ state: 'unknown' });
    expect(rig.clock.now() - before).toBeLessThan(6_000);
  });
});
