import { expect, test } from 'vitest';
import { summaryOf } from '../../../src/demo/page/summary.ts';
import { createWorkspaceApi } from '../../../src/demo/page/workspace-api.ts';
import { demoAccount } from '../../../src/demo/simulator/account.ts';
import { createSimulator } from '../../../src/demo/simulator/simulator.ts';

const { appId, keyId, secretKey } = demoAccount;

/** A simulator with one chat that was handed to the agents, and the page's way to it. */
async function simulatorWithChat() {
  const simulator = createSimulator({ origin: 'http://zendesk.test' });
  const fetchFromSimulator: typeof fetch = (input, init) =>
    simulator.fetch(new Request(input, init));

  async function post(path: string, body: unknown) {
    const response = await fetchFromSimulator(`http://zendesk.test/sc/v2/apps/${appId}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${keyId}:${secretKey}`)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    expect(response.status).toBeLessThan(300);
    return response.json();
  }

  const { user } = await post('/users', { externalId: 'customer-1' });
  const { conversation } = await post('/conversations', {
    type: 'personal',
    participants: [{ userId: user.id }],
  });
  const messages = `/conversations/${conversation.id}/messages`;
  await post(messages, {
    author: { type: 'business', displayName: 'Finch' },
    content: { type: 'text', text: 'Summary\nThe spout is broken.\nAsked for: Refund of £48' },
  });
  await post(messages, {
    author: { type: 'user', userId: user.id },
    content: { type: 'text', text: 'My teapot arrived with the spout broken.' },
  });
  await post(`/conversations/${conversation.id}/passControl`, {
    switchboardIntegration: 'zd-agentWorkspace',
  });
  return createWorkspaceApi('http://zendesk.test', fetchFromSimulator);
}

async function onlyTicket(api: ReturnType<typeof createWorkspaceApi>) {
  const { tickets } = await api.read();
  const [ticket] = tickets;
  if (!ticket || tickets.length > 1) throw new Error(`Expected one ticket, not ${tickets.length}`);
  return ticket;
}

test('an agent works through a chat in the simulated Zendesk', async () => {
  const api = await simulatorWithChat();
  const { id, ...waiting } = await onlyTicket(api);
  expect(waiting).toMatchObject({ status: 'new', assignee: null, active: true });
  expect(summaryOf(waiting.messages)?.facts).toEqual([
    { name: 'Asked for', value: 'Refund of £48' },
  ]);

  await api.act(id, 'accept');
  await api.reply(id, 'Hello, I am Maya.');
  const answered = await onlyTicket(api);
  expect(answered).toMatchObject({ status: 'open', assignee: { name: 'Maya Okafor' } });
  expect(answered.messages.at(-1)).toMatchObject({
    author: { kind: 'agent', name: 'Maya Okafor' },
    text: 'Hello, I am Maya.',
  });

  await api.act(id, 'end');
  await api.act(id, 'solve');
  expect(await onlyTicket(api)).toMatchObject({ status: 'solved', active: false });
  await expect(api.reply(id, 'Still there?')).rejects.toThrow('409');
});

test('the status of the agents is changed, and a reset forgets every ticket', async () => {
  const api = await simulatorWithChat();

  await api.setStatus('away');
  expect((await api.read()).agentStatus).toBe('away');
  await api.reset();

  expect((await api.read()).tickets).toEqual([]);
});
