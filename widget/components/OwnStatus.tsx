import { clockIcon, readIcon } from '../conversation-icons.tsx';
import { Icon, sentIcon, warningIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import type { OwnStatus } from './log-items.ts';
import { clockTime } from './times.ts';
import { usePassed } from './use-passed.ts';

/** A message that takes no longer than this needs no word. */
const SENDING_MS = 600;

/** How far the customer's newest message got. */
export function Status({ status }: { status: OwnStatus }) {
  const since = status.type === 'sending' ? Date.parse(status.at) : null;
  const isSlow = usePassed(since, SENDING_MS);
  if (status.type === 'sending' && !isSlow) return <p class="status" />;
  return (
    <p class="status">
      <Icon path={ICONS[status.type]} small />
      {words(status)}
    </p>
  );
}

const ICONS: Record<OwnStatus['type'], string> = {
  sending: clockIcon,
  waiting: clockIcon,
  sent: sentIcon,
  read: readIcon,
};

function words(status: OwnStatus): string {
  switch (status.type) {
    case 'sending':
      return t('status.sending');
    case 'waiting':
      return t('status.waiting');
    case 'sent':
      return t('status.sent');
    case 'read':
      return t('status.read', { time: clockTime(status.at) });
  }
}

type FailedStatusProps = {
  textId: string;
  retry(): void;
  /** Only what has not left this browser can be taken back. */
  discard?: (() => void) | undefined;
};

/** A message that was refused, or did not reach the team, stays in its place until the customer decides. */
export function FailedStatus({ textId, retry, discard }: FailedStatusProps) {
  return (
    <div class="status bad">
      <Icon path={warningIcon} small />
      {t('status.failed')}
      <button type="button" class="link" aria-describedby={textId} onClick={retry}>
        {t('status.retry')}
      </button>
      {discard && (
        <button type="button" class="link" aria-describedby={textId} onClick={discard}>
          {t('status.delete')}
        </button>
      )}
    </div>
  );
}
