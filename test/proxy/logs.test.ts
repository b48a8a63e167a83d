import { expect, test } from 'vitest';
import { demoAccount } from '../../src/demo/simulator/account.ts';
import { factsOf } from '../../src/proxy/log.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import './patience.ts';
import { createRig, eventually, WITH_SUPPORT } from './rig.ts';
import { forever, scriptedModel } from './scripted-model.ts';
import { ourWebhook } from './zendesk-side.ts';

test('the log never holds what somebody wrote, nor a secret', async () => {
  let trouble = true;
  const secret = 'canary-secret-of-at-least-thirty-two-characters';
  const rig = await createRig({
    account: WITH_SUPPORT,
    secret,
    model: scriptedModel(
      async function* ({ question }, signal) {
        if (question.includes('hang')) await forever(signal);
        if (trouble) throw new Error(`Refused by the provider: ${question}`);
        yield { type: 'text', text: 'canary-answer [1]' };
      },
      async (turns) => {
        throw new Error(turns.map(({ body }) => body).join());
      },
    ),
  });
  try {
    const visitor = await rig.visitor();
    await visitor.say('canary-question that fails about a teapot');
    trouble = false;
    await visitor.say('canary-question about a teapot');
    await visitor.call('/messages', '{"id": "canary-body');
    await visitor.call('/messages', { id: 'canary-id', text: 'canary-text' });
    await rig.request(`/api/conversations/canary-id`, {
      headers: { authorization: 'Bearer canary-token' },
    });
    rig.simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/messages$', nth: 1 },
          effect: {
            type: 'status',
            status: 500,
            body: { errors: [{ code: 'canary code', title: 'canary-title' }] },
          },
        },
        { match: { method: 'GET', path: '/messages' }, effect: { type: 'reset' } },
      ],
    });
    await visitor.handOff();
    await eventually(() => rig.logged.some((line) => line.includes('could not be asked')));
    rig.simulator.faults.clear();
    await visitor.until('waiting');
    rig.simulator.workspace.reply(rig.simulator.workspace.snapshot().tickets[0]?.id ?? 0, {
      text: 'canary-agent',
    });
    await visitor.until('live');
    rig.simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/messages$', nth: 1 },
          effect: { type: 'status', status: 400, body: 'canary-page', contentType: 'text/html' },
        },
      ],
    });
    await visitor.say('canary-refused');
    await eventually(async () => Object.keys((await visitor.conversation()).failures).length > 0);
    const webhook = await ourWebhook(rig);
    await rig.request(webhook.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': webhook.secret },
      body: '{"canary-webhook',
    });
    await visitor.call('/end');

    const log = rig.logged.join('\n');
    expect(log).toContain('The AI agent could not answer');
    expect(log).toContain('A row did not reach Zendesk');
    for (const forbidden of [
      'canary',
      visitor.token,
      webhook.secret,
      webhook.path,
      demoAccount.secretKey,
      demoAccount.oauthClientSecret,
    ]) {
      expect(log).not.toContain(forbidden);
    }
  } finally {
    await rig.close();
  }
});

test('of our own errors the log holds the words, of others the name and the place', () => {
  const ours = factsOf(
    new ZendeskError({ operation: 'post a message', outcome: 'refused', status: 400 }),
  );
  const theirs = factsOf(Object.assign(new RangeError('canary'), { code: 'ERR_X' }));

  expect(ours).toEqual({ error: 'ZendeskError: Zendesk could not post a message: 400' });
  expect(theirs).toMatchObject({ error: 'RangeError', code: 'ERR_X' });
  expect(theirs.at).toMatch(/^at .*logs\.test\.ts/);
  expect(factsOf('canary')).toEqual({ error: 'string' });
});
