import { afterEach, describe, expect, test } from 'vitest';
import './patience.ts';
import { createRig, eventually, type Rig } from './rig.ts';
import { calls, otherProgram, ourWebhook } from './zendesk-side.ts';

let rig: Rig;
afterEach(() => rig.close());

const stateOf = async () => (await (await rig.request('/readyz')).json()).zendesk;

describe('the set-up at Zendesk', () => {
  test('holds up no start, and happens when Zendesk is back', async () => {
    rig = await createRig({
      before: ({ faults }) => faults.set({ rules: [{ match: {}, effect: { type: 'hang' } }] }),
    });
    const visitor = await rig.visitor();
    await visitor.handOff();
    const early = (await visitor.conversation()).handoff.state;
    const health = await rig.request('/readyz');

    rig.simulator.faults.clear();
    rig.clock.skip(60_000);

    expect(early).toBe('requested');
    expect(health.status).toBe(200);
    await visitor.until('waiting');
    expect(await stateOf()).toBe('ready');
  });

  test('says in words what the account lacks', async () => {
    rig = await createRig({
      before: ({ faults }) =>
        faults.set({
          rules: [{ match: { path: '^/sc' }, effect: { type: 'status', status: 403 } }],
        }),
    });

    await eventually(async () => (await stateOf()) !== 'not set up yet');

    expect(await stateOf()).toMatch(/^ZendeskSetupError: Zendesk cannot be set up: the key must/);
  });

  test('that Zendesk refuses fails a request at once, and the log names the variables', async () => {
    rig = await createRig({
      before: ({ faults }) =>
        faults.set({
          rules: [{ match: { path: '^/sc' }, effect: { type: 'status', status: 401 } }],
        }),
    });
    const visitor = await rig.visitor();

    await visitor.handOff();

    const { handoff } = await visitor.until('failed');
    expect(handoff).toMatchObject({ reason: 'refused' });
    expect(rig.logged.join('\n')).toContain('ZENDESK_KEY_ID');
  });

  test('is looked at again when Zendesk refuses to move control', async () => {
    rig = await createRig();
    const looked = () => calls(rig).filter((call) => call.startsWith('GET /switchboards')).length;
    const before = looked();
    rig.simulator.faults.set({
      rules: [{ match: { path: '/passControl', nth: 1 }, effect: { type: 'status', status: 400 } }],
    });
    const visitor = await rig.visitor();

    await visitor.handOff();
    await visitor.until('failed');

    await eventually(() => looked() > before);
    await visitor.handOff();
    await visitor.until('waiting');
  });

  test('is done once, however often the server starts', async () => {
    rig = await createRig();
    const before = await ourWebhook(rig);
    await rig.restart();
    await eventually(async () => (await stateOf()) === 'ready');

    expect(calls(rig).filter((call) => call === 'POST /integrations')).toHaveLength(1);
    expect(await otherProgram(rig).integrations()).toHaveLength(1);
    expect(await ourWebhook(rig)).toEqual(before);
  });

  test('tells Zendesk an address nobody has when it cannot reach us, and the chat works all the same', async () => {
    rig = await createRig({ reachable: false });
    const api = otherProgram(rig);
    const [integration] = await api.integrations();
    const [webhook] = await api.webhooks(integration?.id ?? '');
    const visitor = await rig.visitor();
    await visitor.handOff();
    await visitor.until('waiting');
    rig.simulator.workspace.reply(rig.simulator.workspace.snapshot().tickets[0]?.id ?? 0, {
      text: 'Hello',
    });

    expect(new URL(webhook?.target ?? '').hostname).toMatch(/\.invalid$/);
    expect((await visitor.untilSaid('Hello')).handoff.state).toBe('live');
  });

  test('is not needed where nothing is connected', async () => {
    rig = await createRig({ account: null, before: () => {} });

    const settings = await (await rig.request('/api/widget')).json();

    expect(settings).toMatchObject({ handoff: false, team: { state: 'unknown' } });
    expect(await stateOf()).toBe('not connected');
    expect((await rig.request('/readyz')).status).toBe(200);
  });
});

describe('how often Zendesk is asked', () => {
  const polls = () => calls(rig).filter((call) => call.startsWith('GET /conversations/')).length;

  test('is once a minute while its webhooks arrive, and every three seconds when they stop', async () => {
    rig = await createRig();
    const visitor = await rig.visitor();
    await visitor.handOff();
    await visitor.until('waiting');
    await eventually(async () =>
      (await rig.store.outbox(visitor.id)).every(({ state }) => state === 'sent'),
    );
    await rig.simulator.settled();
    const start = [rig.clock.now(), polls()] as const;
    await eventually(() => rig.clock.now() - start[0] > 20_000);
    const calm = polls() - start[1];

    rig.simulator.faults.set({ webhooks: 'drop' });
    await visitor.say('Anybody there?');
    await eventually(() => polls() - start[1] - calm > 6);

    expect(calm).toBeLessThanOrEqual(2);
    expect(rig.clock.now() - start[0]).toBeLessThan(60_000);
  });
});
