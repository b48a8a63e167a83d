import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRig, type Rig } from './rig.ts';
import { answersOf, scriptedModel } from './scripted-model.ts';

const PASSWORD = 'a long enough password';

let rig: Rig;
const told: string[] = [];

beforeAll(async () => {
  rig = await createRig({
    adminPassword: PASSWORD,
    settings: {
      model: {
        redact: true,
        tokensPerConversation: 1_000,
        pricePerMillion: { input: 2, output: 10 },
      },
    },
    model: scriptedModel(async function* ({ question }) {
      told.push(question);
      yield { type: 'text', text: 'It says so here [1].' };
      yield { type: 'usage', inputTokens: 900, outputTokens: 100 };
    }),
  });
}, 60_000);

afterAll(() => rig.close());

test('a model is told no card number, is counted by tokens and money, and ends where the budget does', async () => {
  const visitor = await rig.visitor();

  await visitor.say('My card 4111 1111 1111 1111 bought a broken teapot');
  await visitor.say('How do I return a teapot?');

  expect(told).toEqual(['My card [card number] bought a broken teapot']);
  const [byModel, builtIn] = await answersOf(visitor);
  expect(byModel?.body).toBe('It says so here [1].');
  expect(builtIn?.body).toContain('Open Returns and enter your order number and email.');

  const headers = { authorization: `Bearer ${PASSWORD}` };
  const metrics = await (await rig.request('/metrics', { headers })).text();
  expect(metrics).toContain('baton_model_tokens_total{kind="input"} 900');
  expect(metrics).toContain('baton_model_tokens_total{kind="output"} 100');
  expect(metrics).toContain('baton_model_cost_total 0.0028');

  const line = rig.logged.find((one) => one.startsWith('The model answered'));
  expect(line).toContain('"inputTokens":900,"outputTokens":100,"cost":0.0028');
  expect(line).toContain(visitor.id);
  expect(rig.logged.join('\n')).not.toMatch(/4111|teapot/);
}, 60_000);
