import { describe, expect, test, type TestContext } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { transcript } from '../../src/conversation/transcript.ts';
import type { FaultRule } from '../../src/demo/simulator/faults.ts';
import type { Simulator } from '../../src/demo/simulator/simulator.ts';
import './patience.ts';
import { createRig, eventually, type Rig, type RigOptions, type Visitor } from './rig.ts';
import { gate } from './scripted-model.ts';
import { calls, chatTickets } from './zendesk-side.ts';

const QUESTION = 'My teapot arrived broken, what now?';
const AFTERTHOUGHT = 'The order is A-20417.';

/** A customer who has asked something, and is about to ask for a person. */
async function begin(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  options: RigOptions = {},
): Promise<{ rig: Rig; visitor: Visitor }> {
  const rig = await createRig(options);
  onTestFinished(() => rig.close());
  const visitor = await rig.visitor();
  await visitor.say(QUESTION);
  return { rig, visitor };
}

function disturb({ simulator }: Rig, ...rules: FaultRule[]) {
  simulator.faults.set({ rules });
}

/** What must be true in the end, whatever happened in between. */
async function expectOneWholeTicket(rig: Rig, visitor: Visitor): Promise<void> {
  await eventually(() =>
    chatTickets(rig).some(({ messages }) => messages.at(-1)?.text === AFTERTHOUGHT),
  );
  const conversation = await visitor.conversation();
  const tickets = chatTickets(rig);
  const [summary, ...rest] = tickets[0]?.messages.map(({ text }) => text) ?? [];
  const made = (path: string) =>
    rig.simulator.history.requests.filter(
      (request) => request.path.endsWith(path) && request.effects.length > 0,
    );

  expect(tickets).toHaveLength(1);
  expect(summary).toMatch(/^Summary/);
  expect(rest).toEqual(transcript(messagesOf(conversation), 'Finch').map(({ text }) => text));
  expect(conversation.handoff.state).toBe('waiting');
  expect(made('/users')).toHaveLength(1);
  expect(made('/conversations')).toHaveLength(1);
  expect(await visitor.folded()).toEqual(conversation);
}

const CALLS = [
  ['the user is made', '/users$', 1],
  ['the conversation is made', '/conversations$', 1],
  ['control is taken', '/passControl$', 1],
  ['the summary is posted', '/messages$', 1],
  ['the question is posted', '/messages$', 2],
  ['control is passed', '/passControl$', 2],
  ['our integration is offered control', '/offerControl$', 1],
  ['an afterthought is posted', '/messages$', 4],
] as const;

const PAGE = { body: '<html>Bad gateway</html>', contentType: 'text/html' };

const EFFECTS: [name: string, effect: FaultRule['effect']][] = [
  ['fails with a page of HTML', { type: 'status', status: 500, ...PAGE }],
  ['fails after it was done', { type: 'status', status: 502, ...PAGE, after: true }],
  ['hangs', { type: 'hang' }],
  ['hangs after it was done', { type: 'hang', after: true }],
  ['is cut off', { type: 'reset' }],
  ['is cut off after it was done', { type: 'reset', after: true }],
  ['arrives late', { type: 'late', ms: 900 }],
];

describe.concurrent.each(CALLS)('when %s and the request', (_call, path, nth) => {
  test.for(EFFECTS)('%s: one user, one ticket, every word once', async ([, effect], context) => {
    const { rig, visitor } = await begin(context);
    disturb(rig, { match: { method: 'POST', path, nth }, effect });

    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);

    await expectOneWholeTicket(rig, visitor);
  });
});

describe.concurrent('when Zendesk', () => {
  test('answers with something unreadable, what it did is found', async (context) => {
    const { rig, visitor } = await begin(context);
    disturb(rig, {
      match: { method: 'POST', path: '/(conversations|messages|passControl)$', times: 2 },
      effect: { type: 'status', status: 201, ...PAGE, after: true },
    });

    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);

    await expectOneWholeTicket(rig, visitor);
  });

  test('is busy and says for how long, nothing is asked before, and then it goes on', async (context) => {
    const { rig, visitor } = await begin(context);
    const soon = new Date(rig.clock.now() + 8_000).toUTCString();
    disturb(
      rig,
      {
        match: { method: 'POST', path: '/messages$', nth: 1 },
        effect: { type: 'status', status: 429, headers: { 'retry-after': '7' } },
      },
      {
        match: { method: 'POST', path: '/conversations$', nth: 1, times: 2 },
        effect: { type: 'status', status: 429, headers: { 'retry-after': soon } },
      },
    );

    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);
    await expectOneWholeTicket(rig, visitor);

    const times = (path: string) =>
      rig.simulator.history.requests
        .filter((request) => request.method === 'POST' && request.path.endsWith(path))
        .map(({ at }) => Date.parse(at));
    const [first = 0, second = 0] = times('/messages');
    expect(second - first).toBeGreaterThanOrEqual(7_000);
    expect(times('/conversations').at(-1)).toBeGreaterThanOrEqual(Date.parse(soon));
  });

  test('is busy again and again without saying for how long, it goes on all the same', async (context) => {
    const { rig, visitor } = await begin(context);
    disturb(rig, {
      match: { method: 'POST', path: '/messages$', nth: 2, times: 3 },
      effect: { type: 'status', status: 429 },
    });

    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);

    await expectOneWholeTicket(rig, visitor);
  });

  test('knows the customer already, it goes on with that one', async (context) => {
    const { rig, visitor } = await begin(context);
    await visitor.handOff();
    await visitor.until('waiting');
    await visitor.call('/end');
    rig.simulator.history.clear();

    await visitor.handOff();
    await visitor.until('waiting');

    const [made] = rig.simulator.history.requests.filter(({ path }) => path.endsWith('/users'));
    expect(made).toMatchObject({ method: 'POST', status: 409 });
    expect(chatTickets(rig)).toHaveLength(2);
  });

  test('lists what is new only after a while, nothing is posted twice', async (context) => {
    const { rig, visitor } = await begin(context, { settleMs: 4_000 });
    rig.simulator.faults.set({
      listLagMs: 2_000,
      rules: [
        {
          match: { method: 'POST', path: '/conversations$', nth: 1 },
          effect: { type: 'reset', after: true },
        },
        {
          match: { method: 'POST', path: '/messages$', nth: 1 },
          effect: { type: 'reset', after: true },
        },
        {
          match: { method: 'POST', path: '/messages$', nth: 3 },
          effect: { type: 'hang', after: true },
        },
      ],
    });

    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);

    await expectOneWholeTicket(rig, visitor);
  });

  test('cannot be asked what became of a message, nothing is sent until it can', async (context) => {
    const { rig, visitor } = await begin(context);
    disturb(
      rig,
      {
        match: { method: 'POST', path: '/messages$', nth: 2 },
        effect: { type: 'reset', after: true },
      },
      {
        match: { method: 'GET', path: '/messages', times: 7 },
        effect: { type: 'status', status: 503 },
      },
    );

    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);

    await expectOneWholeTicket(rig, visitor);
  });
});

describe.concurrent('a handoff that Zendesk refuses', () => {
  const REFUSALS: [name: string, path: string, status: number][] = [
    ['the key was revoked', '/users$', 401],
    ['the key may not do this', '/conversations$', 403],
    ['the app is gone', '/users$', 404],
    ['a message is not accepted', '/messages$', 400],
    ['the transcript cannot be processed', '/messages$', 422],
    ['control cannot be passed', '/passControl$', 400],
  ];

  test.for(REFUSALS)(
    'because %s is over at once: the AI agent stays, and a person can be asked for again',
    async ([, path, status], context) => {
      const { rig, visitor } = await begin(context);
      disturb(rig, { match: { method: 'POST', path }, effect: { type: 'status', status } });

      await visitor.handOff();
      await visitor.say('Typed meanwhile');
      const failed = await visitor.until('failed');
      await visitor.say('How do I care for stoneware?');
      const answered = messagesOf(await visitor.conversation()).at(-1);
      rig.simulator.faults.clear();
      await visitor.handOff();
      await visitor.say(AFTERTHOUGHT);

      expect(failed.handoff).toMatchObject({ state: 'failed', reason: 'refused' });
      expect(answered?.author.kind).toBe('ai-agent');
      await eventually(() => chatTickets(rig).length === 1);
      const [ticket] = chatTickets(rig);
      expect(ticket?.messages.map(({ text }) => text)).toContain('Typed meanwhile');
    },
  );

  test('after it said yes is over too', async (context) => {
    const { rig, visitor } = await begin(context);
    rig.simulator.workspace.configure({ refusesControl: true });

    await visitor.handOff();
    const failed = await visitor.until('failed');

    expect(failed.handoff).toMatchObject({ reason: 'refused' });
    expect(chatTickets(rig)).toEqual([]);
  });

  test('after it said yes, without a word to us, is over after ten minutes', async (context) => {
    const { rig, visitor } = await begin(context, { deaf: true });
    rig.simulator.workspace.configure({ refusesControl: true });
    await visitor.handOff();
    await visitor.until('waiting');

    rig.clock.skip(9 * 60_000);
    await eventually(() => calls(rig).some((call) => /^GET .*\/messages/.test(call)));
    expect((await visitor.conversation()).handoff.state).toBe('waiting');
    rig.clock.skip(70_000);

    expect((await visitor.until('failed')).handoff).toMatchObject({ reason: 'timeout' });
  });
});

describe.concurrent('a Zendesk that is not there', () => {
  const OUTAGE: FaultRule = { match: { path: '^/sc' }, effect: { type: 'status', status: 503 } };

  test('for ten minutes ends the request; the AI agent stays, and everything can be asked again', async (context) => {
    const { rig, visitor } = await begin(context);
    disturb(rig, OUTAGE);
    await visitor.handOff();
    await visitor.say('Is anybody there?');

    rig.clock.skip(9 * 60_000);
    expect((await visitor.conversation()).handoff.state).toBe('requested');
    rig.clock.skip(61_000);
    const failed = await visitor.until('failed');
    rig.simulator.faults.clear();
    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);

    expect(failed.handoff).toMatchObject({ reason: 'timeout' });
    expect(messagesOf(failed).map(({ body }) => body)).toContain('Is anybody there?');
    await expectOneWholeTicket(rig, visitor);
  });

  test('for a few minutes only makes the customer wait', async (context) => {
    const { rig, visitor } = await begin(context);
    disturb(rig, OUTAGE);
    await visitor.handOff();
    await visitor.say(AFTERTHOUGHT);
    rig.clock.skip(4 * 60_000);

    rig.simulator.faults.clear();
    rig.clock.skip(60_000);

    await expectOneWholeTicket(rig, visitor);
  });
});

test('what can no longer be done holds up nothing behind it', async (context) => {
  const { open, opened } = gate();
  let zendesk: Simulator | undefined;
  let isFirst = true;
  const { rig, visitor } = await begin(context, {
    before: (simulator) => (zendesk = simulator),
    async fetch(url, init) {
      if (isFirst && init.method === 'POST' && url.endsWith('/conversations')) {
        isFirst = false;
        await opened;
        return new Response('{}', { status: 400 });
      }
      return zendesk?.fetch(new Request(url, init)) ?? Response.error();
    },
  });
  await visitor.handOff();
  await eventually(() => !isFirst);
  await visitor.call('/handoff', undefined, 'DELETE');
  open();

  await visitor.handOff();
  await visitor.until('waiting');

  const rows = await rig.store.outbox(visitor.id);
  expect(rows.find(({ kind }) => kind === 'release-control')?.state).toBe('failed');
  expect(chatTickets(rig)).toHaveLength(1);
});
