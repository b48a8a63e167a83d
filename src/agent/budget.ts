import type { Model, ModelPart, Prompt } from './model.ts';

export type Budget = {
  /** Tokens of all conversations together, in one day by UTC. */
  tokensPerDay: number;
  /** Tokens of one conversation in such a day. */
  tokensPerConversation: number;
};

/** A word of most languages has more than one token; where a provider does not count, four characters are one. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * The model, while there is budget for it; then `fallback`, which costs nothing. Counted in memory, by each process for
 * itself, like the other limits.
 */
export function budgeted(
  model: Model,
  fallback: Model,
  { tokensPerDay, tokensPerConversation }: Budget,
  now: () => number,
): Model {
  let day = '';
  let today = 0;
  const spent = new Map<string, number>();

  function isSpent(conversationId: string): boolean {
    const date = new Date(now()).toISOString().slice(0, 10);
    if (date !== day) {
      day = date;
      today = 0;
      spent.clear();
    }
    return today >= tokensPerDay || (spent.get(conversationId) ?? 0) >= tokensPerConversation;
  }

  function spend(conversationId: string, tokens: number): void {
    today += tokens;
    spent.set(conversationId, (spent.get(conversationId) ?? 0) + tokens);
  }

  async function* answer(prompt: Prompt, signal: AbortSignal): AsyncGenerator<ModelPart> {
    const { conversationId } = prompt;
    if (isSpent(conversationId)) return yield* fallback.answer(prompt, signal);
    let counted = 0;
    let said = 0;
    try {
      for await (const part of model.answer(prompt, signal)) {
        if (part.type === 'usage') counted += part.inputTokens + part.outputTokens;
        if (part.type === 'text') said += part.text.length;
        yield part;
      }
    } finally {
      // An answer that was stopped is not counted by the provider, and costs all the same.
      spend(conversationId, counted || (told(prompt) + said) / CHARACTERS_PER_TOKEN);
    }
  }

  return {
    answer,
    // One at a handoff, over words that were paid for: counted with the day, never refused for the conversation.
    async summarize(turns, signal) {
      if (isSpent('')) return fallback.summarize(turns, signal);
      spend('', turns.reduce((sum, { body }) => sum + body.length, 0) / CHARACTERS_PER_TOKEN);
      return model.summarize(turns, signal);
    },
  };
}

function told({ question, turns, passages }: Prompt): number {
  const texts = [
    question,
    ...turns.map(({ body }) => body),
    ...passages.map(({ passage }) => passage.text),
  ];
  return texts.reduce((sum, text) => sum + text.length, 0);
}
