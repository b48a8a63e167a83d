import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import './patience.ts';
import { createRig, eventually, type Rig, type RigOptions } from './rig.ts';

let rig: Rig;
afterEach(() => rig.close());

async function ticketOf(simulator: Rig['simulator']) {
  return eventually(() => simulator.workspace.snapshot().tickets[0]);
}

describe.each<[string, RigOptions & { silent?: boolean }]>([
  ['webhooks and polling', {}],
  ['polling alone', { deaf: true }],
])('the whole path with %s', (_name, options) => {
  beforeEach(async () => {
    rig = await createRig(options);
  });

  test('ask, hand off, an agent answers, the customer answers back, the agent ends, the AI agent answers again', async () => {
    const visitor = await rig.visitor();

    await visitor.say('My teapot arrived broken, what now?');
    const [question, answer] = messagesOf(await visitor.conversation());
    expect(answer?.author).toEqual({ kind: 'ai-agent', name: 'Finch' });
    expect(answer?.replyTo).toBe(question?.id);
    expect(answer?.citations?.length).toBeGreaterThan(0);

    await visitor.handOff();
    await visitor.until('waiting');
    const ticket = await ticketOf(rig.simulator);
    expect(ticket.messages[0]?.text).toMatch(/^Summary/);
    expect(ticket.messages.map(({ text }) => text)).toContain(
      'My teapot arrived broken, what now?',
    );

    rig.simulator.workspace.accept(ticket.id);
    rig.simulator.workspace.reply(ticket.id, { text: 'Hi, I have read the chat.' });
    const live = await visitor.untilSaid('Hi, I have read the chat.');
    expect(live.handoff.state).toBe('live');
    expect(live.agent?.name).toBe('Maya Okafor');

    await visitor.say('Yes please');
    await eventually(() =>
      rig.simulator.workspace
        .snapshot()
        .tickets[0]?.messages.some(
          ({ text, author }) => text === 'Yes please' && author.kind === 'customer',
        ),
    );

    rig.simulator.workspace.end(ticket.id);
    await visitor.until('ended');
    await visitor.say('How do I care for stoneware?');
    const last = messagesOf(await visitor.conversation()).at(-1);
    expect(last?.author.kind).toBe('ai-agent');
    expect(rig.simulator.workspace.snapshot().tickets).toHaveLength(1);
    expect(await visitor.folded()).toEqual(await visitor.conversation());
  });
});
