import { afterEach, expect, test } from 'vitest';
import { WidgetSettings } from '../../src/protocol/routes.ts';
import { createWaits } from '../../src/proxy/waits.ts';
import './patience.ts';
import { createRig, eventually, type Rig } from './rig.ts';

let rig: Rig;
afterEach(() => rig.close());

const MINUTE_MS = 60_000;

async function usual(): Promise<number | undefined> {
  const response = await rig.request('/api/widget');
  return WidgetSettings.parse(await response.json()).usualWaitMinutes;
}

test('how long a person usually takes is said once five have waited: what half of the latest did not exceed', async () => {
  rig = await createRig();
  const waits = createWaits(rig.store);
  for (const minutes of [1, 30, 4, 2]) await waits.add(minutes * MINUTE_MS);
  const early = await usual();

  await waits.add(3 * MINUTE_MS);
  const five = await usual();
  for (let n = 0; n < 20; n += 1) await waits.add(8 * MINUTE_MS);

  expect([early, five, await usual()]).toEqual([undefined, 3, 8]);
});

test('it is measured from the request to the first words of an agent', async () => {
  rig = await createRig();
  const visitor = await rig.visitor();
  await visitor.handOff();
  await visitor.until('waiting');
  rig.clock.skip(7 * MINUTE_MS);

  rig.simulator.workspace.reply(rig.simulator.workspace.snapshot().tickets[0]?.id ?? 0, {
    text: 'Hi',
  });
  await visitor.until('live');

  const kept = await eventually(() => rig.store.setting('latest-waits'));
  const [waited = 0] = JSON.parse(kept);
  expect(Math.round(waited / MINUTE_MS)).toBeGreaterThanOrEqual(7);
});
