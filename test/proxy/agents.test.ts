import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Notice } from '../../src/protocol/conversation.ts';
import type { Frame } from '../../src/protocol/frame.ts';
import './patience.ts';
import {
  createRig,
  eventually,
  framesOf,
  json,
  type Rig,
  type RigOptions,
  type Visitor,
} from './rig.ts';
import { delivery, otherProgram, ourWebhook } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;
let ticketId: number;
afterEach(() => rig.close());

/** A customer whose ticket waits for an agent. */
async function wait(options: RigOptions = {}): Promise<void> {
  rig = await createRig(options);
  visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, what now?');
  await visitor.handOff();
  await visitor.until('waiting');
  await eventually(async () =>
    (await rig.store.outbox(visitor.id)).every(({ state }) => state === 'sent'),
  );
  ticketId = rig.simulator.workspace.snapshot().tickets[0]?.id ?? 0;
}

const workspace = () => rig.simulator.workspace;
const reply = (text: string, agentId?: number) =>
  workspace().reply(ticketId, { text, ...(agentId !== undefined && { agentId }) });

function jonas() {
  const other = workspace()
    .snapshot()
    .agents.find(({ name }) => name === 'Jonas Tan');
  if (!other) throw new Error('Jonas is not there');
  return other;
}

async function goLive(options?: RigOptions): Promise<void> {
  await wait(options);
  reply('Hello, Maya here');
  await visitor.until('live');
}

async function people() {
  const messages = messagesOf(await visitor.conversation());
  return messages.filter(({ author }) => author.kind === 'agent').map(({ body }) => body);
}

async function notices(): Promise<Notice[]> {
  const { entries } = await visitor.conversation();
  return entries.flatMap((entry) => (entry.kind === 'notice' ? [entry.notice] : []));
}

describe('an agent’s words', () => {
  test.each(['normal', 'duplicate', 'reorder', 'late', 'drop'] as const)(
    'arrive once and in Zendesk’s order when webhooks are %s',
    async (webhooks) => {
      await wait();
      rig.simulator.faults.set({ webhooks, ms: 3_000 });
      const words = Array.from({ length: 9 }, (_, index) => `Line ${index + 1}`);

      for (const text of words) {
        reply(text);
        await visitor.conversation();
      }
      if (webhooks === 'drop') rig.clock.skip(61_000);
      await eventually(async () => (await people()).length === words.length);
      await rig.simulator.settled();

      expect(await people()).toEqual(words);
      expect((await visitor.conversation()).handoff.state).toBe('live');
      expect((await notices()).filter(({ type }) => type === 'joined')).toHaveLength(1);
      expect(await visitor.folded()).toEqual(await visitor.conversation());
    },
  );

  test('arrive in a batch', async () => {
    await wait();
    const { path, secret } = await ourWebhook(rig);
    const remoteId = workspace().snapshot().tickets[0]?.conversationId ?? '';
    const { metadata } = await otherProgram(rig).conversation(remoteId);
    const events = ['b', 'a', 'c'].map((id) => ({
      id: `event-${id}`,
      createdAt: new Date(rig.clock.now()).toISOString(),
      type: 'conversation:message',
      payload: {
        conversation: { id: remoteId, metadata },
        message: {
          id,
          received: '2026-11-23T12:00:00.000Z',
          author: { type: 'business', displayName: 'Dana' },
          content: { type: 'text', text: `From ${id}` },
          metadata: { '__zendesk_msg.agent.id': '5' },
        },
      },
    }));

    await rig.request(path, json(delivery(events), { 'x-api-key': secret }));

    expect(await people()).toEqual(['From a', 'From b', 'From c']);
  });

  test('are known as a person’s where Zendesk does not say so in the new way', async () => {
    await wait();
    workspace().configure({ agentSubtypes: false });

    reply('Hello, Maya here');

    expect((await visitor.untilSaid('Hello, Maya here')).agent).toEqual({ name: 'Maya Okafor' });
  });

  test('bring somebody in, and the next one, and are marked as theirs', async () => {
    await goLive();

    workspace().pass(ticketId, jonas().id);
    reply('Jonas takes over', jonas().id);
    const conversation = await visitor.untilSaid('Jonas takes over');

    expect(conversation.agent?.name).toBe(jonas().name);
    expect((await notices()).slice(-2)).toEqual([
      { type: 'joined', agent: 'Maya Okafor' },
      { type: 'passed', from: 'Maya Okafor', to: jonas().name },
    ]);
    expect(messagesOf(conversation).at(-1)?.author).toEqual({ kind: 'agent', name: jonas().name });
  });

  test('without a name come from nobody in particular, but from a person', async () => {
    await wait();
    const { path, secret } = await ourWebhook(rig);
    const remoteId = workspace().snapshot().tickets[0]?.conversationId ?? '';
    const { metadata } = await otherProgram(rig).conversation(remoteId);
    const message = {
      id: 'nameless',
      received: new Date(rig.clock.now()).toISOString(),
      author: { type: 'business', subtypes: ['agent'] },
      content: { type: 'text', text: 'Hello' },
    };
    const payload = { conversation: { id: remoteId, metadata }, message };
    const event = { id: 'e', type: 'conversation:message', payload };

    await rig.request(path, json(delivery([event]), { 'x-api-key': secret }));

    const conversation = await visitor.until('live');
    expect(messagesOf(conversation).at(-1)?.author).toEqual({ kind: 'agent', name: '' });
  });

  test('that are deleted are gone, from the chat and from the disk', async () => {
    await goLive();
    reply('The password is canary-71');
    const said = await visitor.untilSaid('The password is canary-71');
    const message = messagesOf(said).at(-1);

    workspace().deleteMessage(ticketId, message?.zendeskId ?? '');
    rig.clock.skip(61_000);

    await eventually(async () =>
      (await visitor.conversation()).removed.includes(message?.id ?? ''),
    );
    expect(await people()).toEqual(['Hello, Maya here']);
    expect(JSON.stringify(await rig.store.read(visitor.id, 0))).not.toContain('canary-71');
    await rig.restart();
    const files = readdirSync(rig.folder).map((file) => readFileSync(join(rig.folder, file)));
    expect(files.some((bytes) => bytes.includes('Hello, Maya here'))).toBe(true);
    expect(files.some((bytes) => bytes.includes('canary-71'))).toBe(false);
  });
});

test('what an agent deletes of the customer’s own words is gone here too', async () => {
  await goLive();
  await visitor.say('My card is canary-4111');
  const posted = await eventually(() =>
    workspace()
      .snapshot()
      .tickets[0]?.messages.find(({ text }) => text === 'My card is canary-4111'),
  );

  workspace().deleteMessage(ticketId, posted.id);
  rig.clock.skip(61_000);

  await eventually(async () => (await visitor.conversation()).removed.length === 1);
  const said = messagesOf(await visitor.conversation()).map(({ body }) => body);
  expect(said).not.toContain('My card is canary-4111');
  expect(JSON.stringify(await rig.store.read(visitor.id, 0))).not.toContain('canary-4111');
});

describe('what is not a person does not speak for one:', () => {
  test.each(['trigger', 'bot', 'csat'] as const)(
    'a %s is shown, and nobody has joined',
    async (kind) => {
      await wait();

      workspace().inject(ticketId, kind, 'We are busy today.');
      const conversation = await visitor.untilSaid('We are busy today.');

      expect(conversation.handoff.state).toBe('waiting');
      expect(conversation.agent).toBeNull();
      expect(messagesOf(conversation).at(-1)?.author.kind).toBe('automatic');
    },
  );

  test.each(['ticket-closed', 'transfer-to-email', 'ended-by-user'] as const)(
    'Zendesk’s own line %s is said by nobody',
    async (kind) => {
      await goLive();
      workspace().inject(ticketId, kind, 'A line of the system');
      reply('After it');

      const conversation = await visitor.untilSaid('After it');

      const line = messagesOf(conversation).find(({ body }) => body === 'A line of the system');
      expect(line?.content?.type).toBe('activity');
      expect(line?.author).toEqual({ kind: 'automatic', name: '' });
      expect(conversation.agent?.name).toBe('Maya Okafor');
    },
  );

  test('another program of the account is shown, what we posted ourselves is not shown again', async () => {
    await wait();
    const remoteId = workspace().snapshot().tickets[0]?.conversationId ?? '';

    await otherProgram(rig).postMessage(remoteId, {
      author: { type: 'business', name: 'Order robot' },
      text: 'Your parcel is on its way.',
      metadata: {},
    });
    const conversation = await visitor.untilSaid('Your parcel is on its way.');

    expect(messagesOf(conversation).at(-1)?.author).toEqual({
      kind: 'automatic',
      name: 'Order robot',
    });
    expect(messagesOf(conversation).filter(({ zendeskId }) => zendeskId)).toHaveLength(1);
  });

  test('the customer, writing from another place, is the customer', async () => {
    await goLive();

    workspace().inject(ticketId, 'other-channel', 'From my phone');

    const conversation = await visitor.untilSaid('From my phone');
    expect(messagesOf(conversation).at(-1)?.author).toEqual({ kind: 'customer' });
  });
});

describe('the end', () => {
  const ENDINGS: [name: string, end: () => void][] = [
    ['by releasing it', () => workspace().end(ticketId)],
    ['with a reason', () => workspace().end(ticketId, { reason: 'transferToEmail' })],
    ['by closing the ticket', () => workspace().close(ticketId)],
    ['by passing it away', () => workspace().end(ticketId, { passAway: true })],
    [
      'without a word to us',
      () => {
        workspace().end(ticketId, { silent: true });
        rig.clock.skip(61_000);
      },
    ],
  ];

  test.each(ENDINGS)('%s brings the AI agent back', async (_name, end) => {
    await goLive();

    end();
    const ended = await visitor.until('ended');
    await visitor.say('How do I care for stoneware?');

    expect(ended.handoff).toMatchObject({ by: 'agent' });
    expect((await notices()).at(-1)).toMatchObject({
      type: 'ended',
      by: 'agent',
      agent: 'Maya Okafor',
    });
    expect(messagesOf(await visitor.conversation()).at(-1)?.author.kind).toBe('ai-agent');
  });

  test('does not lose the last words before it, and shows even those that come after it', async () => {
    await goLive();
    rig.simulator.faults.set({ webhooks: 'reorder', ms: 4_000 });

    reply('Good-bye');
    workspace().end(ticketId);
    await visitor.until('ended');

    expect((await visitor.untilSaid('Good-bye')).handoff.state).toBe('ended');
    expect(await people()).toEqual(['Hello, Maya here', 'Good-bye']);
  });

  test('shows a message that Zendesk delivers only afterwards', async () => {
    await goLive();
    const { path, secret } = await ourWebhook(rig);
    const remoteId = workspace().snapshot().tickets[0]?.conversationId ?? '';
    const { metadata } = await otherProgram(rig).conversation(remoteId);
    workspace().end(ticketId);
    await visitor.until('ended');

    const message = {
      id: 'very-late',
      received: new Date(rig.clock.now()).toISOString(),
      author: { type: 'business', displayName: 'Maya', subtypes: ['agent'] },
      content: { type: 'text', text: 'One more thing' },
    };
    const event = {
      id: 'late-event',
      type: 'conversation:message',
      payload: { conversation: { id: remoteId, metadata }, message },
    };
    await rig.request(path, json(delivery([event]), { 'x-api-key': secret }));

    expect((await visitor.untilSaid('One more thing')).handoff.state).toBe('ended');
  });

  test('is not that the ticket is solved', async () => {
    await goLive();

    workspace().solve(ticketId);
    rig.clock.skip(61_000);
    await visitor.say('Are you still there?');
    reply('Yes');

    expect((await visitor.untilSaid('Yes')).handoff.state).toBe('live');
  });
});

describe('signs of life', () => {
  test('an agent who types is seen, and nothing of it is stored', async () => {
    await goLive();
    const response = await rig.request(`/api/conversations/${visitor.id}/events`, {
      headers: visitor.headers,
    });
    const { seq } = await visitor.conversation();
    const reader = response.body?.getReader();
    let text = '';
    const seen = (wanted: (frame: Frame) => boolean) =>
      eventually(async () => {
        const { value } = (await reader?.read()) ?? {};
        text += new TextDecoder().decode(value);
        return framesOf(text).some(wanted);
      });
    await seen((frame) => frame.type === 'event' && frame.stored.seq === seq);

    workspace().typing(ticketId);
    await seen((frame) => frame.type === 'typing' && frame.typing);

    expect((await visitor.conversation()).seq).toBe(seq);
    await reader?.cancel();
  });

  test('the agent’s reading and the customer’s reading are told to the other', async () => {
    await goLive();
    await visitor.say('Have you seen this?');
    const last = await eventually(async () => {
      const { read, entries } = await visitor.conversation();
      workspace().accept(ticketId);
      rig.clock.skip(30_000);
      const own = entries.findLast(
        (entry) => entry.kind === 'message' && entry.message.author.kind === 'customer',
      );
      return own && read.agent === own.seq && own;
    });

    await visitor.call('/read', { throughSeq: last.seq + 100 });
    await eventually(() => workspace().snapshot().tickets[0]?.customerReadAt);

    const { read, seq } = await visitor.conversation();
    expect(read.customer).toBe(seq - 1);
    await visitor.call('/read', { throughSeq: 1 });
    expect((await visitor.conversation()).read.customer).toBe(seq - 1);
  });
});
