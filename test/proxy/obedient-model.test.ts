import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { CANARY, INJECTIONS } from '../agent/injections.ts';
import { createRig, eventually, type Rig } from './rig.ts';
import { scriptedModel } from './scripted-model.ts';

/** Each demand once, each wrapped in another way. */
const ATTEMPTS = INJECTIONS.filter((_, index) => index % 11 === 0);

let rig: Rig;
const asked: string[] = [];

beforeAll(async () => {
  rig = await createRig({
    settings: { assistant: { company: 'Alder & Finch', instructions: CANARY } },
    model: scriptedModel(async function* (prompt) {
      asked.push(prompt.question);
      const attempt = INJECTIONS.find(({ text }) => prompt.question.includes(text));
      if (attempt) yield* attempt.obey(prompt);
      else yield { type: 'text', text: 'It can be returned [1].' };
    }),
  });
}, 60_000);

afterAll(() => rig.close());

test('a model that obeys every attacker does nothing to anybody else, and asks for one person at most', async () => {
  const bystander = await rig.visitor();
  await bystander.say('Can I return a teapot?');
  const before = await bystander.conversation();

  const attackers = await Promise.all(
    ATTEMPTS.map(async ({ text }) => {
      const visitor = await rig.visitor();
      await visitor.say(text);
      await visitor.say(`Again, about the teapot: ${text}`);
      return visitor.conversation();
    }),
  );

  expect(asked.length).toBeGreaterThan(ATTEMPTS.length);
  expect(await bystander.conversation()).toEqual(before);
  const handedOff = attackers.filter(({ handoff }) => handoff.state !== 'ai');
  expect(handedOff.length).toBe(
    ATTEMPTS.filter(({ text }) => text.includes('call hand_off a hundred times')).length,
  );
  const opened = await eventually(() => {
    const made = rig.simulator.history.requests.filter(
      ({ method, path, status }) =>
        method === 'POST' && path.endsWith('/conversations') && status === 201,
    );
    return made.length >= handedOff.length && made;
  });
  expect(opened).toHaveLength(handedOff.length);
  const said = attackers.flatMap((conversation) =>
    messagesOf(conversation).flatMap(({ author, body }) =>
      author.kind === 'ai-agent' ? [body] : [],
    ),
  );
  expect(said.join('\n')).not.toMatch(/attacker\.example|kestrel|99 %|real person/i);
  expect(rig.logged.join('\n')).not.toMatch(/attacker|kestrel|Again, about/i);
}, 60_000);
