import { afterEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import './patience.ts';
import { createRig, eventually, type Rig } from './rig.ts';

let rig: Rig;
afterEach(() => rig.close());

/** How often the outbox was looked at. */
function counting() {
  const looks = { count: 0 };
  const around = (store: Store): Store => ({
    ...store,
    nextDueAt(lane) {
      if (lane === 'chat') looks.count += 1;
      return store.nextDueAt(lane);
    },
  });
  return { looks, around };
}

async function looksWhile(looks: { count: number }, ms: number): Promise<number> {
  const start = { at: rig.clock.now(), count: looks.count };
  await eventually(() => rig.clock.now() - start.at > ms);
  return looks.count - start.count;
}

test('while a request is under way the outbox is looked at about once a second', async () => {
  const { looks, around } = counting();
  rig = await createRig({ around });
  const visitor = await rig.visitor();
  rig.simulator.faults.set({
    rules: [{ match: { method: 'POST', path: '/users$' }, effect: { type: 'delay', ms: 9_000 } }],
  });
  await visitor.handOff();
  await eventually(() =>
    rig.simulator.history.requests.some(({ path }) => path.endsWith('/users')),
  );

  expect(await looksWhile(looks, 8_000)).toBeLessThan(12);
});

test('while Zendesk is not set up what waits is not looked at again and again', async () => {
  const { looks, around } = counting();
  rig = await createRig({
    around,
    before: ({ faults }) => faults.set({ rules: [{ match: {}, effect: { type: 'hang' } }] }),
  });
  const visitor = await rig.visitor();
  await visitor.handOff();

  expect(await looksWhile(looks, 20_000)).toBeLessThan(6);
});

test('a chat with the AI agent alone never touches the outbox', async () => {
  let claims = 0;
  rig = await createRig({
    around: (store) => ({
      ...store,
      claim(...of) {
        if (of[4] === 'chat') claims += 1;
        return store.claim(...of);
      },
    }),
  });
  const visitor = await rig.visitor();
  const before = { claims, at: rig.clock.now() };

  for (let n = 0; n < 10; n += 1) await visitor.say('Hello');

  const idle = Math.ceil((rig.clock.now() - before.at) / 5_000);
  expect(claims - before.claims).toBeLessThanOrEqual(idle + 1);
});
