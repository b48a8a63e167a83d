import { describe, expect, test } from 'vitest';
import { handOff, startWire } from './wire.ts';

describe('a ticket', () => {
  test('is made when control passes to the agent workspace, with what the handoff said', async () => {
    const wire = await startWire();

    await handOff(wire, {
      'dataCapture.systemField.tags': 'ai_handoff, VIP customer',
      'dataCapture.systemField.requester.name': 'Ana Silva',
      'dataCapture.systemField.requester.email': 'ana@example.com',
      'dataCapture.systemField.priority': 'High',
      'dataCapture.systemField.group_id': '20001',
      'dataCapture.ticketField.360012345': 'A-20417',
    });

    expect(wire.tickets()).toMatchObject([
      {
        subject: 'The teapot arrived broken',
        status: 'new',
        requester: { name: 'Ana Silva', email: 'ana@example.com' },
        tags: ['ai_handoff', 'vip_customer'],
        assignee: null,
        active: true,
        messages: [
          { author: { name: 'Finch', kind: 'ai' }, text: 'Summary: The teapot arrived broken' },
          { author: { name: 'Ana Silva', kind: 'customer' }, text: 'The spout is broken' },
        ],
      },
    ]);
    const answer = await wire.support('GET', `/tickets/${wire.tickets()[0]?.id}`);
    expect(answer.body).toMatchObject({
      ticket: {
        priority: 'high',
        group_id: 20001,
        via: { channel: 'sunshine_conversations_api' },
        custom_fields: [{ id: 360012345, value: 'A-20417' }],
      },
    });
    expect(wire.flaws).toEqual([]);
  });

  test('holds the last ten messages, or all from the one that was named', async () => {
    const wire = await startWire();
    const { ours, workspace } = await wire.connect();
    const userId = await wire.createUser();
    const ids: string[] = [];
    async function talk() {
      const conversationId = await wire.createConversation(userId);
      await wire.pass(conversationId, ours);
      for (let n = 1; n <= 14; n += 1) {
        ids.push(await wire.say(conversationId, { type: 'user', userId }, `message ${n}`));
      }
      return conversationId;
    }

    await wire.pass(await talk(), workspace);
    await wire.pass(await talk(), workspace, { first_message_id: ids[14] });

    const [named, unnamed] = wire.tickets();
    expect(unnamed?.messages.map(({ text }) => text)).toEqual(
      Array.from({ length: 10 }, (_, index) => `message ${index + 5}`),
    );
    expect(named?.messages).toHaveLength(14);
  });

  test('is not made of nothing: the first message makes it', async () => {
    const wire = await startWire();
    const { workspace } = await wire.connect();
    const userId = await wire.createUser();
    const conversationId = await wire.createConversation(userId);

    await wire.pass(conversationId, workspace, { 'dataCapture.systemField.tags': 'late' });
    expect(wire.tickets()).toEqual([]);
    await wire.say(conversationId, { type: 'user', userId }, 'Hello?');

    expect(wire.tickets()).toMatchObject([{ subject: 'Hello?', tags: ['late'] }]);
  });

  test('stays one when control is passed to the workspace twice', async () => {
    const wire = await startWire();
    const { conversationId, workspace } = await handOff(wire);

    const again = await wire.pass(conversationId, workspace);

    expect(again.status).toBe(200);
    expect(wire.tickets()).toHaveLength(1);
  });

  test('grows by what the customer writes, and a solved one opens again', async () => {
    const wire = await startWire();
    const { conversationId, ticketId, userId } = await handOff(wire);
    wire.simulator.workspace.accept(ticketId);
    wire.simulator.workspace.solve(ticketId);
    expect(wire.tickets()).toMatchObject([{ status: 'solved', active: true, unread: 0 }]);

    await wire.say(conversationId, { type: 'user', userId }, 'One more thing');

    expect(wire.tickets()).toMatchObject([{ status: 'open', unread: 1 }]);
    expect(wire.tickets()[0]?.messages.at(-1)?.text).toBe('One more thing');
  });

  test('of a second handoff in the same conversation is another one', async () => {
    const wire = await startWire();
    const { conversationId, ticketId, ours, workspace, userId } = await handOff(wire);
    wire.simulator.workspace.end(ticketId);

    await wire.pass(conversationId, ours);
    await wire.say(conversationId, { type: 'user', userId }, 'It broke again');
    await wire.pass(conversationId, workspace);

    expect(wire.tickets()).toMatchObject([{ active: true }, { id: ticketId, active: false }]);
  });

  test('belongs to a visitor with a number when nobody gave a name', async () => {
    const wire = await startWire();
    const { workspace } = await wire.connect();
    const userId = await wire.createUser();
    const conversationId = await wire.createConversation(userId);

    await wire.pass(conversationId, workspace);
    await wire.say(conversationId, { type: 'user', userId }, 'Hi');

    expect(wire.tickets()[0]?.requester).toEqual({ name: expect.stringMatching(/^Visitor \d+$/) });
  });
});

describe('the default responder', () => {
  test('takes a conversation nobody holds and speaks first', async () => {
    const wire = await startWire();
    await wire.connect();
    const userId = await wire.createUser();
    const conversationId = await wire.createConversation(userId);

    await wire.say(conversationId, { type: 'user', userId }, 'Hello');

    const said = await wire.messages(conversationId);
    expect(said.map(({ source }) => source.type)).toEqual(['api:conversations', 'zd:answerBot']);
    const { body } = await wire.sunco('GET', `/conversations/${conversationId}`);
    expect(body).toMatchObject({
      conversation: { activeSwitchboardIntegration: { integrationType: 'zd:answerBot' } },
    });
  });

  test('stays silent while somebody else is in control', async () => {
    const wire = await startWire();
    const { ours } = await wire.connect();
    const userId = await wire.createUser();
    const conversationId = await wire.createConversation(userId);

    await wire.pass(conversationId, ours);
    await wire.say(conversationId, { type: 'user', userId }, 'Hello');

    expect(await wire.messages(conversationId)).toHaveLength(1);
  });

  test('makes a ticket at once when it is the workspace itself', async () => {
    const wire = await startWire();
    const { switchboardId, workspace } = await wire.connect();
    await wire.sunco('PATCH', `/switchboards/${switchboardId}`, {
      defaultSwitchboardIntegrationId: workspace,
    });
    const userId = await wire.createUser();
    const conversationId = await wire.createConversation(userId);

    await wire.say(conversationId, { type: 'user', userId }, 'Hello');

    expect(wire.tickets()).toMatchObject([{ subject: 'Hello', conversationId }]);
  });
});

describe('an agent', () => {
  test('says nothing on the wire by accepting', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    const before = wire.received.length;

    wire.simulator.workspace.accept(ticketId);
    await wire.simulator.settled();

    expect(wire.received).toHaveLength(before);
    expect(wire.tickets()).toMatchObject([{ status: 'open', assignee: { name: 'Maya Okafor' } }]);
  });

  test('is known by subtype and metadata in every message', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);

    wire.simulator.workspace.reply(ticketId, { text: 'Hi Ana' });
    await wire.simulator.settled();

    const expected = {
      author: { type: 'business', displayName: 'Maya Okafor', subtypes: ['agent'] },
      content: { type: 'text', text: 'Hi Ana' },
      source: { type: 'zd:agentWorkspace' },
      metadata: { '__zendesk_msg.agent.id': '10011' },
    };
    expect((await wire.messages(conversationId)).at(-1)).toMatchObject(expected);
    expect(wire.received.at(-1)?.payload['message']).toMatchObject(expected);
    expect(wire.flaws).toEqual([]);
  });

  test('is known by metadata alone in an account without subtypes', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);
    wire.simulator.workspace.configure({ agentSubtypes: false });

    wire.simulator.workspace.reply(ticketId, { text: 'Hi Ana' });

    expect((await wire.messages(conversationId)).at(-1)?.author).toEqual({
      type: 'business',
      displayName: 'Maya Okafor',
    });
  });

  test('can hand the ticket to a colleague, who answers next', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);
    wire.simulator.workspace.accept(ticketId);

    wire.simulator.workspace.pass(ticketId, 10_012);
    wire.simulator.workspace.reply(ticketId, { text: 'Jonas here' });

    expect((await wire.messages(conversationId)).at(-1)?.author.displayName).toBe('Jonas Tan');
  });

  test('deletes a message for everyone', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);
    wire.simulator.workspace.reply(ticketId, { text: 'My password is tea' });
    const id = (await wire.messages(conversationId)).at(-1)?.id ?? '';

    wire.simulator.workspace.deleteMessage(ticketId, id);
    await wire.simulator.settled();

    expect(wire.received.at(-1)).toMatchObject({
      type: 'conversation:message',
      payload: { message: { id, deleted: true, content: { text: '' } } },
    });
    expect((await wire.messages(conversationId)).at(-1)).toMatchObject({ id, deleted: true });
    expect(wire.tickets()[0]?.messages.at(-1)).toMatchObject({ deleted: true, text: '' });
  });

  test('cannot reply after the session has ended', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    wire.simulator.workspace.end(ticketId);

    expect(() => wire.simulator.workspace.reply(ticketId, { text: 'Hello?' })).toThrow(/ended/);
  });
});

describe('the end of a session', () => {
  test('is a release of control, and the ticket keeps its status', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);
    wire.simulator.workspace.accept(ticketId);

    wire.simulator.workspace.end(ticketId);
    await wire.simulator.settled();

    expect(wire.received.at(-1)).toMatchObject({
      type: 'switchboard:releaseControl',
      payload: { conversation: { id: conversationId, metadata: { owner: 'us' } } },
    });
    expect(wire.received.at(-1)?.payload['conversation']).not.toHaveProperty(
      'activeSwitchboardIntegration',
    );
    expect(wire.tickets()).toMatchObject([{ status: 'open', active: false }]);
  });

  test('can be a pass to the default responder instead', async () => {
    const wire = await startWire();
    const { ticketId, bot } = await handOff(wire);

    wire.simulator.workspace.end(ticketId, { passAway: true, reason: 'transferToEmail' });
    await wire.simulator.settled();

    expect(wire.received.at(-1)).toMatchObject({
      type: 'switchboard:passControl',
      payload: {
        reason: 'transferToEmail',
        conversation: { activeSwitchboardIntegration: { id: bot } },
      },
    });
  });

  test('comes with a line and a reason when the ticket is closed', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);

    wire.simulator.workspace.close(ticketId);
    await wire.simulator.settled();

    expect(wire.received.slice(-2)).toMatchObject([
      { payload: { message: { author: { subtypes: ['activity'] } } } },
      { type: 'switchboard:releaseControl', payload: { reason: 'ticketClosed' } },
    ]);
    expect(wire.tickets()).toMatchObject([{ status: 'closed', active: false }]);
    expect(wire.flaws).toEqual([]);
  });

  test('leaves the next message to the default responder', async () => {
    const wire = await startWire();
    const { conversationId, ticketId, userId } = await handOff(wire);
    wire.simulator.workspace.end(ticketId);

    await wire.say(conversationId, { type: 'user', userId }, 'Are you there?');

    expect((await wire.messages(conversationId)).at(-1)?.source.type).toBe('zd:answerBot');
    expect(wire.tickets()[0]?.messages.at(-1)?.text).not.toBe('Are you there?');
  });
});
