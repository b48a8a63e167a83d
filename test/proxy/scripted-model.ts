import { messagesOf } from '../../src/conversation/status.ts';
import type { Frame } from '../../src/protocol/frame.ts';
import type { Visitor } from './rig.ts';
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

/** Says `[1]` first, so that what follows is shown at once, then waits to be told to end. */
export function slowModel(pieces = ['It is covered [1].', ' Write to us', ' soon.']) {
  const shown = gate();
  const end = gate();
  let asked = 0;
  const model = scriptedModel(async function* (_prompt, signal) {
    asked += 1;
    const [first = '', ...rest] = pieces;
    yield { type: 'text', text: first };
    shown.open();
    await Promise.race([end.opened, forever(signal)]);
    if (signal.aborted) return;
    for (const text of rest) yield { type: 'text', text };
  });
  return { model, shown, end, asked: () => asked };
}

/** The answer as it was shown while it was written. */
export function textOf(frames: Frame[]): string {
  return frames.reduce(
    (text, frame) => (frame.type === 'delta' ? text.slice(0, frame.offset) + frame.text : text),
    '',
  );
}

export async function answersOf(visitor: Visitor) {
  return messagesOf(await visitor.conversation()).filter(
    ({ author }) => author.kind === 'ai-agent',
  );
}
