import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Feedback as Given } from '../../src/protocol/event.ts';
import type { Chat } from '../chat-type.ts';
import { Icon } from '../icons.tsx';
import styles from '../styles/feedback.css?inline';
import { t } from '../translate.ts';
import { usePart } from './rich/use-part.ts';
import type { View } from './view.ts';
import { wantPerson } from './want-person.ts';

type FeedbackProps = {
  chat: Chat;
  view: View;
  messageId: string;
  /** What else can be done with the answer. */
  children: ComponentChildren;
};

const thumbIcon =
  'M7 21V10.5L11 3c1.6 0 2.6 1.2 2.3 2.8L12.7 9.5h5.6a2 2 0 0 1 2 2.4l-1.3 7.1a2 2 0 0 1-2 1.6H7zM7 10.5H3.7V21H7';

/** Asks whether an answer helped, and if not, why. What is pressed shows at once; it can be changed. */
export function Feedback({ chat, view, messageId, children }: FeedbackProps) {
  const place = useRef<HTMLDivElement>(null);
  usePart(place, styles);
  const [wish, setWish] = useState<Given | null>(null);
  const stored = useComputed(() => chat.conversation.value.feedback[messageId]).value;
  const given = wish ?? stored;

  function give(feedback: Given) {
    setWish(feedback);
    const forget = () => setWish((latest) => (latest === feedback ? null : latest));
    chat.giveOpinion({ type: 'feedback', messageId, feedback }).then(forget, forget);
  }

  function press(helpful: boolean) {
    if (given?.helpful === helpful) return;
    give({ helpful });
    if (!helpful) view.say(t('feedback.sorry'));
  }

  return (
    <div ref={place}>
      <fieldset class="feedback" aria-label={t('feedback.name')}>
        {[true, false].map((helpful) => (
          <button
            key={String(helpful)}
            type="button"
            class={helpful ? 'icon-button' : 'icon-button not'}
            aria-label={t(helpful ? 'feedback.helpful' : 'feedback.not-helpful')}
            aria-pressed={given?.helpful === helpful}
            onClick={() => press(helpful)}
          >
            <Icon path={thumbIcon} small />
          </button>
        ))}
        {children}
      </fieldset>
      {given?.helpful === false && (
        <WhatWasWrong
          chat={chat}
          view={view}
          labelId={`wrong-${messageId}`}
          reason={given.reason}
          onReason={(reason) => give({ helpful: false, reason })}
        />
      )}
    </div>
  );
}

type Reason = NonNullable<Given['reason']>;

const REASONS: readonly Reason[] = ['wrong', 'incomplete', 'off-topic'];

type WhatWasWrongProps = {
  chat: Chat;
  view: View;
  labelId: string;
  reason: Reason | undefined;
  onReason(reason: Reason): void;
};

function WhatWasWrong({ chat, view, labelId, reason, onReason }: WhatWasWrongProps) {
  return (
    <fieldset class="what-was-wrong" aria-labelledby={labelId}>
      <p id={labelId}>{t('feedback.sorry')}</p>
      <div class="row">
        {REASONS.map((each) => (
          <button
            key={each}
            type="button"
            class="button small"
            aria-pressed={each === reason}
            onClick={() => each !== reason && onReason(each)}
          >
            {t(`feedback.${each}`)}
          </button>
        ))}
        {chat.canHandOff.value && (
          <button type="button" class="button small quiet" onClick={() => wantPerson(chat, view)}>
            {t('handoff.request')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
