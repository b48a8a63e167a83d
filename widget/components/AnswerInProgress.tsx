import { useComputed } from '@preact/signals';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { AnswerFailure } from './AnswerFailure.tsx';
import { usePassed } from './use-passed.ts';
import type { View } from './view.ts';

const DOTS_MS = 600;
const SLOW_MS = 8000;
const FAILED_MS = 30_000;

type AnswerInProgressProps = { chat: Chat; view: View; replyTo: string };

/** The answer that is being written, from the first moment of waiting for it. */
export function AnswerInProgress({ chat, view, replyTo }: AnswerInProgressProps) {
  const hasText = useComputed(() => (chat.answer.value?.text ?? '') !== '').value;
  const askedAt = useComputed(() => chat.answer.value?.askedAt ?? null).value;
  const since = hasText ? null : askedAt;
  const showsDots = usePassed(since, DOTS_MS);
  const isSlow = usePassed(since, SLOW_MS);
  const hasFailed = usePassed(since, FAILED_MS);

  if (hasText) return <AnswerBody key={replyTo} chat={chat} view={view} message={null} />;
  if (hasFailed) return <AnswerFailure chat={chat} view={view} replyTo={replyTo} canRetry />;
  if (isSlow) return <p class="slow">{t('answer.slow')}</p>;
  return <Dots isShown={showsDots} />;
}

/** Somebody is writing. The place is kept before the dots show, so that nothing jumps. */
export function Dots({ isShown }: { isShown: boolean }) {
  return (
    <span class={isShown ? 'dots' : 'dots quiet'} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
