import { useState } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import { TeamStrip } from './TeamStrip.tsx';
import { usePassed } from './use-passed.ts';

const SLOW_REQUEST_MS = 20_000;

/** A request that takes long to reach the team: the customer may go on waiting, or not. Nothing has failed. */
export function RequestCard({ chat }: { chat: Chat }) {
  const since = chat.handoffSince.value;
  const isSlow = usePassed(since, SLOW_REQUEST_MS);
  const [keptSince, keep] = useState<number | null>(null);
  if (!isSlow || keptSince === since) return null;
  return (
    <fieldset class="card" aria-label={t('handoff.slow.title')}>
      <h3>{t('handoff.slow.title')}</h3>
      <p>{t('handoff.slow.text')}</p>
      <div class="row">
        <button type="button" class="button small" onClick={() => keep(since)}>
          {t('handoff.slow.keep')}
        </button>
        <button type="button" class="button small quiet" onClick={() => chat.cancelHandoff()}>
          {t('handoff.cancel')}
        </button>
      </div>
    </fieldset>
  );
}

/** The place in line. No number is shown that nobody gave, and no time is promised. */
export function QueueCard({ chat }: { chat: Chat }) {
  const settings = chat.settings.value;
  const waitMs = (settings?.waitMinutes ?? 5) * 60_000;
  const isSlow = usePassed(chat.handoffSince.value, waitMs);
  return (
    <fieldset class="card" part="queue" aria-label={t('queue.title')}>
      <h3>{t(isSlow ? 'queue.slow.title' : 'queue.title')}</h3>
      <p>{t(isSlow ? 'queue.slow.text' : 'queue.text')}</p>
      {settings?.team.state === 'away' && <TeamStrip settings={settings} />}
      <div class="row">
        <button type="button" class="button small" onClick={() => chat.cancelHandoff()}>
          {t('handoff.cancel')}
        </button>
      </div>
    </fieldset>
  );
}
