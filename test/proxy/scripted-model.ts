import type { Model, ModelPart, Prompt } from '../../src/agent/model.ts';

type Answer = (prompt: Prompt, signal: AbortSignal) => AsyncIterable<ModelPart>;

/** A model that does as the test says. */
export function scriptedModel(answer: Answer, summarize?: Model['summarize']): Model {
  return { answer, summarize: summarize ?? (async () => 'They have a question.') };
}

/** Something that happens when the test wants it to. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** Never ends by itself. */
export function forever(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}
