import { expect, test } from 'vitest';
import { budgeted } from '../../src/agent/budget.ts';
import type { Model } from '../../src/agent/model.ts';
import { customer, prompt } from './conversations.ts';

const never = new AbortController().signal;
const DAY_MS = 86_400_000;

function speaking(words: string, tokens?: number): Model {
  return {
    async *answer() {
      yield { type: 'text', text: words };
      if (tokens !== undefined) yield { type: 'usage', inputTokens: tokens, outputTokens: 0 };
    },
    summarize: async () => words,
  };
}

/** A model that costs so many tokens an answer, and what takes its place. */
function withBudget(
  tokens: number | undefined,
  tokensPerDay: number,
  tokensPerConversation: number,
) {
  const time = { now: 0 };
  const limits = { tokensPerDay, tokensPerConversation };
  const model = budgeted(speaking('model', tokens), speaking('built-in'), limits, () => time.now);
  return {
    time,
    model,
    async ask(conversationId: string): Promise<string> {
      for await (const part of model.answer(prompt({ conversationId }), never)) {
        if (part.type === 'text') return part.text;
      }
      return '';
    },
    async askToTheEnd(conversationId: string): Promise<string> {
      let said = '';
      for await (const part of model.answer(prompt({ conversationId }), never)) {
        if (part.type === 'text') said += part.text;
      }
      return said;
    },
  };
}

test('a conversation that has used up its budget is answered by the built-in agent, others by the model', async () => {
  const { askToTheEnd } = withBudget(60, 1_000, 100);

  const one = [await askToTheEnd('a'), await askToTheEnd('a'), await askToTheEnd('a')];

  expect(one).toEqual(['model', 'model', 'built-in']);
  expect(await askToTheEnd('b')).toBe('model');
});

test('the day’s budget is everybody’s, and begins anew with the next day', async () => {
  const { askToTheEnd, model, time } = withBudget(60, 100, 1_000);
  await askToTheEnd('a');
  await askToTheEnd('b');

  expect(await askToTheEnd('c')).toBe('built-in');
  expect(await model.summarize([customer('Hello')], never)).toBe('built-in');
  time.now += DAY_MS;
  expect(await askToTheEnd('c')).toBe('model');
});

test('an answer that was stopped costs, too, and so does one that nobody counts', async () => {
  const stopped = withBudget(60, 1_000, 1);
  await stopped.ask('a');
  const uncounted = withBudget(undefined, 1_000, 1);
  await uncounted.askToTheEnd('a');

  expect(await stopped.ask('a')).toBe('built-in');
  expect(await uncounted.ask('a')).toBe('built-in');
});
