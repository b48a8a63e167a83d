import { afterEach, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import './patience.ts';
import { createRig, eventually, json, type Rig } from './rig.ts';
import { delivery, otherProgram, ourWebhook } from './zendesk-side.ts';

let rig: Rig;
afterEach(() => rig.close());

test('a message whose deletion is faster than itself never appears', async () => {
  rig = await createRig();
  const visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, what now?');
  await visitor.handOff();
  await visitor.until('waiting');
  const { path, secret } = await ourWebhook(rig);
  const remoteId = rig.simulator.workspace.snapshot().tickets[0]?.conversationId ?? '';
  const { metadata } = await otherProgram(rig).conversation(remoteId);
  const tell = (id: string, message: Record<string, unknown>) => {
    const received = new Date(rig.clock.now()).toISOString();
    const author = { type: 'business', displayName: 'Dana', subtypes: ['agent'] };
    const payload = {
      conversation: { id: remoteId, metadata },
      message: { received, author, ...message },
    };
    const event = { id, type: 'conversation:message', payload };
    return rig.request(path, json(delivery([event]), { 'x-api-key': secret }));
  };

  await tell('e1', { id: 'secret', deleted: true, content: { type: 'text', text: '' } });
  await tell('e2', { id: 'secret', content: { type: 'text', text: 'canary-93' } });
  await tell('e3', { id: 'after', content: { type: 'text', text: 'After it' } });
  const conversation = await visitor.untilSaid('After it');

  expect(messagesOf(conversation).map(({ body }) => body)).not.toContain('canary-93');
  const stored = await eventually(() => rig.store.read(visitor.id, 0));
  expect(JSON.stringify(stored)).not.toContain('canary-93');
});
