import { describe, expect, test } from 'vitest';
import { maya } from '../../src/demo/simulator/account.ts';
import { apiToken, simulatedZendesk } from './simulated-zendesk.ts';

describe('whose credentials these are', () => {
  test('an admin’s', async () => {
    const { support, run } = simulatedZendesk();

    expect(await run(support.me())).toEqual({
      id: expect.stringMatching(/^\d+$/),
      role: 'admin',
      email: apiToken.email,
    });
  });

  test.each([
    ['nobody’s, although Zendesk answers with success', { id: null, role: 'end-user' }],
    ['nobody’s, whatever role nobody has', { id: null, role: 'agent' }],
    ['those of somebody who does not work there', { id: 7, role: 'end-user' }],
  ])('%s', async (_, user) => {
    const { support, run, simulator } = simulatedZendesk();
    simulator.faults.set({
      rules: [
        { match: { path: '/users/me' }, effect: { type: 'status', status: 200, body: { user } } },
      ],
    });

    expect(await run(support.me())).toBeNull();
  });
});

describe('the team', () => {
  test('is online with as many agents as are', async () => {
    const { support, run, simulator } = simulatedZendesk();
    simulator.workspace.setStatus('away');
    simulator.workspace.setStatus('online', maya.id);

    expect(await run(support.team())).toEqual({ state: 'online', count: 1 });
  });

  test('is away when nobody is online', async () => {
    const { support, run, simulator } = simulatedZendesk();
    simulator.workspace.setStatus('away');

    expect(await run(support.team())).toEqual({ state: 'away' });
  });

  test('is unknown to an agent’s credentials, only admins may ask', async () => {
    const { support, run, simulator } = simulatedZendesk();
    simulator.workspace.configure({ role: 'agent' });

    expect(await run(support.team())).toEqual({ state: 'unknown' });
  });

  test.each([
    { type: 'status', status: 404 } as const,
    { type: 'status', status: 429, headers: { 'retry-after': '60' } } as const,
    { type: 'status', status: 500, contentType: 'text/html', body: '<h1>Oops</h1>' } as const,
    { type: 'status', status: 200, body: { data: 'none' } } as const,
    { type: 'hang' } as const,
    { type: 'reset' } as const,
  ])('is unknown when Zendesk does not say: %o', async (effect) => {
    const { support, run, simulator } = simulatedZendesk();
    simulator.faults.set({ rules: [{ match: { path: '/agent_availabilities' }, effect }] });

    expect(await run(support.team())).toEqual({ state: 'unknown' });
  });
});
