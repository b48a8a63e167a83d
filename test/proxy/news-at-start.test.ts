import { expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { handClock } from './hand-clock.ts';
import './patience.ts';
import { createRig, eventually } from './rig.ts';

test('what an agent wrote while Baton was away is shown at its start, without waiting for anything', async ({
  onTestFinished,
}) => {
  const rig = await createRig({ deaf: true, clock: handClock(Date.now()) });
  onTestFinished(() => rig.close());
  const visitor = await rig.visitor();
  await visitor.handOff();
  await visitor.until('waiting');
  await eventually(async () => (await rig.store.nextDueAt('chat')) === null);
  await rig.restart();

  const [ticket] = rig.simulator.workspace.snapshot().tickets;
  rig.simulator.workspace.reply(ticket?.id ?? 0, { text: 'Hello' });
  await rig.restart();
  const conversation = await visitor.untilSaid('Hello');

  expect(conversation.handoff.state).toBe('live');
  expect(messagesOf(conversation)).toHaveLength(1);
});
