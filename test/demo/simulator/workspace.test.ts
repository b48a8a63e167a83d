import { describe, expect, test } from 'vitest';
import { demoAccount } from '../../../src/demo/simulator/account.ts';
import { handOff, startWire, type Wire } from './wire.ts';

function act(wire: Wire, path: string, body?: unknown) {
  return wire.send('POST', `/workspace${path}`, {
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

describe('the agent workspace over http', () => {
  test('lists the team and its tickets, newest first', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);
    await wire.support('POST', '/tickets', { ticket: { comment: { body: 'By mail' } } });

    const { body } = await wire.send('GET', '/workspace');

    expect(body).toMatchObject({
      agents: [
        { id: 10_011, name: 'Maya Okafor', status: 'online' },
        { id: 10_012, name: 'Jonas Tan', status: 'online' },
      ],
      agentStatus: 'online',
      tickets: [
        { id: ticketId + 1, subject: 'By mail', active: false },
        { id: ticketId, conversationId, active: true, unread: 1, assignee: null },
      ],
    });
  });

  test('lets an agent do the whole job', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);
    const path = `/tickets/${ticketId}`;

    const statuses = [
      await act(wire, `${path}/accept`),
      await act(wire, `${path}/typing`),
      await act(wire, `${path}/reply`, { text: 'Hi', html: '<b>Hi</b>' }),
      await act(wire, `${path}/note`, { text: 'Only us' }),
      await act(wire, `${path}/pass`, { agentId: 10_012 }),
      await act(wire, `${path}/solve`),
      await act(wire, `${path}/end`, {}),
      await act(wire, `${path}/close`),
    ].map(({ status }) => status);

    expect(statuses).toEqual(Array.from({ length: 8 }, () => 200));
    expect(wire.tickets()).toMatchObject([
      { status: 'closed', assignee: { name: 'Jonas Tan' }, active: false, unread: 0 },
    ]);
    expect(wire.tickets()[0]?.messages.slice(-2)).toMatchObject([
      { text: 'Hi', author: { kind: 'agent', name: 'Maya Okafor' } },
      { text: 'Only us', internal: true, author: { kind: 'agent' } },
    ]);
    expect((await wire.messages(conversationId)).at(-1)?.content).toMatchObject({
      htmlText: '<b>Hi</b>',
    });
  });

  test('sends a file that only a key can open on Zendesk’s side', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);

    await act(wire, `/tickets/${ticketId}/reply`, {
      text: 'Your label',
      file: { name: 'label.txt', type: 'text/plain', data: btoa('label') },
    });

    const message = (await wire.messages(conversationId)).at(-1);
    const { pathname } = new URL(String(message?.content['mediaUrl']));
    expect(message?.content).toMatchObject({ type: 'file', text: 'Your label', mediaSize: 5 });
    expect((await wire.send('GET', pathname)).status).toBe(401);
    const { keyId, secretKey } = demoAccount;
    const authorization = `Basic ${btoa(`${keyId}:${secretKey}`)}`;
    expect(await wire.send('GET', pathname, { headers: { authorization } })).toMatchObject({
      status: 200,
      body: 'label',
    });
    const file = wire.tickets()[0]?.messages.at(-1)?.file;
    expect((await wire.send('GET', new URL(file?.url ?? '').pathname)).body).toBe('label');
    expect(wire.flaws).toEqual([]);
  });

  test.each([
    [
      'trigger',
      {
        author: { displayName: 'Automated Response' },
        metadata: { '__zendesk_msg.agent.id': '__trigger' },
      },
    ],
    ['bot', { author: { subtypes: ['bot'] }, source: { type: 'zd:answerBot' } }],
    ['csat', { source: { type: 'zd:surveys' }, metadata: { type: 'csat' } }],
    ['html', { content: { htmlText: '<b>Hello</b>', text: 'Hello' } }],
    ['image', { content: { type: 'image', mediaType: 'image/png' } }],
    ['svg', { content: { type: 'image', mediaType: 'image/svg+xml' } }],
    ['file', { content: { type: 'file' } }],
    ['carousel', { content: { type: 'carousel', items: [{}, {}, {}] } }],
    ['list', { content: { type: 'list' } }],
    ['form', { content: { type: 'form' } }],
    ['location', { content: { type: 'location' } }],
    ['quick-replies', { content: { actions: [{ type: 'reply' }, { type: 'reply' }] } }],
    [
      'buttons',
      { content: { actions: [{ type: 'postback' }, { type: 'link' }, { type: 'webview' }] } },
    ],
    ['template', { content: { type: 'template' } }],
    ['csat', { source: { type: 'zd:surveys' }, content: { actions: [{ metadata: {} }, {}] } }],
    ['ticket-closed', { activity: { type: 'ticket:closed' }, author: { subtypes: ['activity'] } }],
    ['transfer-to-email', { activity: { type: 'ticket:transfer:email' } }],
    ['ended-by-user', { activity: { type: 'conversation:endedByUser' } }],
    ['other-channel', { author: { type: 'user' }, source: { type: 'whatsapp' } }],
  ])('can let a message of the kind %s happen', async (kind, expected) => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);

    const answer = await act(wire, `/tickets/${ticketId}/inject`, { kind, text: '<b>Hello</b>' });
    await wire.simulator.settled();

    expect(answer.status).toBe(200);
    expect((await wire.messages(conversationId)).at(-1)).toMatchObject(expected);
    expect(wire.received.at(-1)?.payload['message']).toMatchObject(expected);
    expect(wire.flaws).toEqual([]);
  });

  test('ends a session in silence when asked, so that only asking finds out', async () => {
    const wire = await startWire();
    const { conversationId, ticketId } = await handOff(wire);
    wire.received.length = 0;

    await act(wire, `/tickets/${ticketId}/end`, { silent: true });
    await wire.simulator.settled();

    expect(wire.received).toEqual([]);
    const { body } = await wire.sunco('GET', `/conversations/${conversationId}`);
    expect(body).toMatchObject({ conversation: { id: conversationId } });
    expect(body).not.toHaveProperty('conversation.activeSwitchboardIntegration');
  });

  test('says what is wrong with a request', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);

    expect((await act(wire, '/tickets/7/accept')).status).toBe(404);
    expect((await act(wire, `/tickets/${ticketId}/accept`, { agentId: 1 })).status).toBe(404);
    expect((await act(wire, `/tickets/${ticketId}/reply`, { words: 'Hi' })).status).toBe(400);
    await act(wire, `/tickets/${ticketId}/end`);
    expect((await act(wire, `/tickets/${ticketId}/reply`, { text: 'Hi' })).status).toBe(409);
    expect((await act(wire, '/status', { status: 'asleep' })).status).toBe(400);
  });

  test('tells a page that something changed', async () => {
    const wire = await startWire();
    const patience = new AbortController();
    const answer = await wire.simulator.fetch(
      new Request('http://zendesk.test/workspace/events', { signal: patience.signal }),
    );
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect((await reader?.read())?.value).toBe(': ping\n\n');

    await act(wire, '/status', { status: 'away' });

    expect((await reader?.read())?.value).toBe('event: changed\ndata: {}\n\n');
    expect(wire.simulator.workspace.snapshot().agentStatus).toBe('away');
    await reader?.cancel();
  });
});
