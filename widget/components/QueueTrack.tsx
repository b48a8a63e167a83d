import { Icon, personIcon } from '../icons.tsx';
import { t } from '../translate.ts';

const MOST_SHOWN = 3;

/** The way to a person, drawn: those who wait before the customer, as far as that is known, and the customer. */
export function QueueTrack({ position }: { position: number | undefined }) {
  const before = position === undefined ? 0 : position - 1;
  const shown = Array.from({ length: Math.min(before, MOST_SHOWN) }, (_, index) => index + 1);
  return (
    <div class="track" aria-hidden="true">
      <span class="agent">
        <Icon path={personIcon} small />
      </span>
      <i />
      {shown.map((place) => (
        <>
          <span>{place}</span>
          <i />
        </>
      ))}
      {before > MOST_SHOWN && (
        <>
          <b>{t('queue.more', { count: before - MOST_SHOWN })}</b>
          <i />
        </>
      )}
      <span class="own">{position}</span>
    </div>
  );
}
