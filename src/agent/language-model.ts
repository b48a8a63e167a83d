import {
  APICallError,
  generateText,
  RetryError,
  stepCountIs,
  streamText,
  tool,
  type ToolSet,
} from 'ai';
import { z } from 'zod';
import { knownFigures } from './figures.ts';
import { passageLine, rules, SUMMARY_RULES, told, turns } from './instructions.ts';
import type { Model, ModelPart, Prompt } from './model.ts';
import { ModelError } from './model-error.ts';
import { languageModelOf, type ModelAccount } from './providers.ts';
import { untilAborted } from './until-aborted.ts';

export type Deadlines = {
  /** No word and no tool by then: the answer has failed. */
  firstTokenMs: number;
  wholeAnswerMs: number;
};

const DEADLINES: Deadlines = { firstTokenMs: 20_000, wholeAnswerMs: 90_000 };

/** An answer, and as many times looking further. */
const MOST_STEPS = 4;

/** The model is asked again once, if nothing had come of the first time. */
const RETRIES = 1;

/** A model behind a provider's endpoint. Nothing is requested before the first question. */
export async function createLanguageModel(
  account: ModelAccount,
  deadlines: Deadlines = DEADLINES,
): Promise<Model> {
  // The SDK would write its warnings between the lines of our log.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const model = await languageModelOf(account);

  async function* answer(prompt: Prompt, signal: AbortSignal): AsyncGenerator<ModelPart> {
    // One controller that is held on to here: a signal made of others may be forgotten before it fires.
    const end = new AbortController();
    const stop = () => end.abort();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    let isLate = false;
    const giveUp = () => {
      isLate = true;
      end.abort();
    };
    const patience = [
      setTimeout(giveUp, deadlines.firstTokenMs),
      setTimeout(giveUp, deadlines.wholeAnswerMs),
    ];
    try {
      const stream = streamText({
        model,
        system: rules(prompt),
        messages: turns(prompt),
        tools: toolsFor(prompt),
        stopWhen: stepCountIs(MOST_STEPS),
        maxRetries: RETRIES,
        abortSignal: end.signal,
        onError: () => {},
      });
      for await (const part of untilAborted(stream.fullStream, end.signal)) {
        if (signal.aborted) return;
        if (isLate) break;
        switch (part.type) {
          case 'text-delta':
            clearTimeout(patience[0]);
            yield { type: 'text', text: part.text };
            break;
          case 'tool-input-start':
            clearTimeout(patience[0]);
            break;
          case 'tool-call':
            if (part.toolName === 'hand_off' && prompt.canHandOff)
              return yield { type: 'hand-off' };
            yield { type: 'search' };
            break;
          case 'error':
            throw part.error;
          case 'finish':
            // Endpoints that go away in the middle of an answer end it without a reason.
            if (part.finishReason === 'error' || part.finishReason === 'other') {
              throw new ModelError('cut');
            }
            yield {
              type: 'usage',
              inputTokens: part.totalUsage.inputTokens ?? 0,
              outputTokens: part.totalUsage.outputTokens ?? 0,
            };
            break;
        }
      }
      if (isLate) throw new ModelError('slow');
    } catch (error) {
      if (signal.aborted) return;
      throw isLate ? new ModelError('slow') : modelError(error);
    } finally {
      for (const timeout of patience) clearTimeout(timeout);
      signal.removeEventListener('abort', stop);
      end.abort();
    }
  }

  return {
    answer,
    async summarize(messages, signal) {
      const transcript = told(messages);
      const { text } = await generateText({
        model,
        system: SUMMARY_RULES,
        prompt: transcript,
        maxRetries: 0,
        abortSignal: signal,
      }).catch((error: unknown) => {
        throw modelError(error);
      });
      const figures = knownFigures([transcript]);
      return text.split('\n').filter(figures).join('\n');
    },
  };
}

function toolsFor(prompt: Prompt): ToolSet {
  const searchArticles = tool({
    description:
      'Looks for more passages of the Help Center. Use it when the passages you have do not answer.',
    inputSchema: z.object({
      query: z.string().min(1).max(300).describe('a few words of what is looked for'),
    }),
    async execute({ query }) {
      const found = await prompt.search(query);
      if (found.length === 0) return 'Nothing was found.';
      return ['<passages>', ...found.map(passageLine), '</passages>'].join('\n');
    },
  });
  const handOff = tool({
    description: 'Hands the chat over to a person of the team.',
    inputSchema: z.object({ reason: z.string().max(300).optional() }),
  });
  return prompt.canHandOff
    ? { search_articles: searchArticles, hand_off: handOff }
    : { search_articles: searchArticles };
}

/** What the operator can do about it. The provider's own words stay behind: they may quote the customer, or the key. */
function modelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (RetryError.isInstance(error)) return modelError(error.lastError);
  const status = APICallError.isInstance(error) ? error.statusCode : 200;
  if (status === undefined) return new ModelError('address');
  if (status === 401 || status === 403) return new ModelError('key', status);
  if (status === 404) return new ModelError('name', status);
  if (status === 429 || status >= 500) return new ModelError('busy', status);
  if (status >= 400) return new ModelError('request', status);
  return new ModelError(hungUp(error) ? 'cut' : 'unreadable');
}

/** `fetch` throws a `TypeError` when the other side goes away in the middle. */
function hungUp(error: unknown): boolean {
  return error instanceof Error && (error instanceof TypeError || hungUp(error.cause));
}
