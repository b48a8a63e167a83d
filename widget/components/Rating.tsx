import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { Icon, sentIcon } from '../icons.tsx';
import styles from '../styles/rating.css?inline';
import { rich, t, type TextKey } from '../translate.ts';
import { firstName } from './first-name.ts';
import { addStyle } from './stylesheets.ts';
import type { View } from './view.ts';

export type RatingProps = {
  chat: Chat;
  view: View;
  handoffId: string;
  /** Who is asked about; '' stands for the team. */
  agent: string;
};

/** Asks how a chat with a person was, once: when it is rated, says thanks. */
export function Rating({ chat, view, handoffId, agent }: RatingProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isOurs, setOurs] = useState(false);
  const isRated = useComputed(() => handoffId in chat.conversation.value.ratings).value;

  useLayoutEffect(() => {
    if (place.current) addStyle(place.current, styles);
  }, []);
  useLayoutEffect(() => {
    // The pressed button is gone, and the focus with it.
    if (isRated && isOurs) place.current?.focus();
  }, [isRated]);

  return (
    <div ref={place} class="rating-place" tabIndex={-1}>
      {isRated ? (
        <p class="rated">
          <Icon path={sentIcon} small />
          {t('rating.thanks')}
        </p>
      ) : (
        <RatingForm
          agent={agent}
          name={`rating-${handoffId}`}
          send={async (score) => {
            setOurs(true);
            await chat.giveOpinion({ type: 'rating', handoffId, score });
          }}
          onFailed={() => {
            setOurs(false);
            view.say(t('rating.failed'));
          }}
        />
      )}
    </div>
  );
}

const eyes = 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M9 9.8v.1M15 9.8v.1';

const SCORES: readonly { score: number; key: TextKey; mouth: string }[] = [
  { score: 1, key: 'rating.bad', mouth: 'M8.5 16.5c1.8-2.2 5.2-2.2 7 0' },
  { score: 2, key: 'rating.poor', mouth: 'M8.5 15.8c2-1.2 5-1.2 7 0' },
  { score: 3, key: 'rating.okay', mouth: 'M8.5 15h7' },
  { score: 4, key: 'rating.good', mouth: 'M8.5 14c2 1.8 5 1.8 7 0' },
  { score: 5, key: 'rating.great', mouth: 'M8 13.5c1.5 4 6.5 4 8 0z' },
];

type RatingFormProps = {
  agent: string;
  /** Of the radio buttons. */
  name: string;
  send(score: number): Promise<void>;
  onFailed(): void;
};

function RatingForm({ agent, name, send, onFailed }: RatingFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [score, setScore] = useState<number | null>(null);
  const [sending, setSending] = useState<'not-yet' | 'under-way' | 'failed'>('not-yet');
  const isUnderWay = sending === 'under-way';

  async function submit() {
    if (isUnderWay) return;
    if (score === null) {
      form.current?.querySelector('input')?.focus();
      return;
    }
    setSending('under-way');
    try {
      await send(score);
    } catch {
      setSending('failed');
      onFailed();
    }
  }

  return (
    <form
      ref={form}
      class="rating"
      aria-label={t('rating.name')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 id={`${name}-question`}>
        {agent
          ? rich('rating.question', { firstName: firstName(agent) })
          : t('rating.question.team')}
      </h3>
      <div class="scores" role="radiogroup" aria-labelledby={`${name}-question`}>
        {SCORES.map((each) => (
          <label key={each.score}>
            <input
              type="radio"
              name={name}
              checked={each.score === score}
              disabled={isUnderWay}
              onChange={() => setScore(each.score)}
            />
            <Icon path={`${eyes}${each.mouth}`} />
            {t(each.key)}
          </label>
        ))}
      </div>
      {sending === 'failed' && <p class="rating-problem">{t('rating.failed')}</p>}
      <button type="submit" class="button primary" aria-disabled={score === null || isUnderWay}>
        {t(sending === 'failed' ? 'status.retry' : 'rating.send')}
      </button>
    </form>
  );
}
