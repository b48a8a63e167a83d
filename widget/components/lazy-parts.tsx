import type { AnswerProps } from './AnswerBody.tsx';
import { lazy } from './lazy.tsx';

/** Answers of the AI agent: their markdown, sources and streaming. Until it is there, the words as they stand. */
export const Answer = lazy<AnswerProps>(
  async () => (await import('./AnswerBody.tsx')).AnswerBody,
  ({ message }) => message && <p class="text plain">{message.body}</p>,
);

/** What opens over the panel, on request only. */
export const Dialogs = lazy(
  async () => (await import('./Dialogs.tsx')).Dialogs,
  () => null,
);
