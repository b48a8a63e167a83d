import type { Found } from '../knowledge/search.ts';
import type { Message } from '../protocol/message.ts';

/** What the site owner wants said, and how. */
export type Guidance = {
  instructions: string;
  tone: string;
  /** True of the company, whether or not an article says it. `[0]` in an answer means these. */
  facts: readonly string[];
  /** Topics that are not spoken about. */
  avoid: readonly string[];
};

/** Everything a model is told. There is no secret in it. */
export type Prompt = {
  /** For counting; no model is told. */
  conversationId: string;
  question: string;
  /** What was said before the question, oldest first. */
  turns: readonly Message[];
  /** What the answer may rest on, best first. `[1]` in the answer means the first of them. */
  passages: readonly Found[];
  /** The AI agent's name. */
  assistant: string;
  /** The company it answers for. */
  company: string;
  /** The visitor's, such as `pt-br`. */
  locale: string;
  guidance: Guidance;
  /** Whether there are people to hand over to. */
  canHandOff: boolean;
  /** Looks further, and adds what is new to `passages`. Gives what was found, by its marks. Never throws. */
  search(query: string): Promise<readonly Marked[]>;
};

/** A passage with the number that an answer cites it by. */
export type Marked = { mark: number; found: Found };

export type Usage = { inputTokens: number; outputTokens: number };

export type ModelPart =
  | { type: 'text'; text: string }
  /** The model looks further: what it said to itself until then is no answer. */
  | { type: 'search' }
  /** What the provider counted for this answer, all steps together. Comes last, where it comes at all. */
  | ({ type: 'usage' } & Usage)
  /** The model wants a person to take over. Only this part does it, whatever a text says. */
  | { type: 'hand-off' };

/** What writes answers and summaries. */
export interface Model {
  /**
   * Answers in markdown, piece by piece, with a mark such as `[1]` after what comes from a passage. No text at all when
   * the passages do not answer the question. Ends or throws soon after `signal` aborts; throws when it cannot answer.
   */
  answer(prompt: Prompt, signal: AbortSignal): AsyncIterable<ModelPart>;
  /** What an agent of the team should know before reading the chat: plain text of at most 120 words. */
  summarize(turns: readonly Message[], signal: AbortSignal): Promise<string>;
}
