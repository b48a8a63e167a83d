import { useEffect, useState } from 'preact/hooks';
import type { Handoff } from '../../src/protocol/handoff.ts';
import type { Chat } from '../chat-type.ts';
import { t, type TextKey } from '../translate.ts';
import { queueText, slowAfterMs } from './queue-text.ts';
import { QueueTrack } from './QueueTrack.tsx';
import { TeamStrip } from './TeamStrip.tsx';
import { usePassed } from './use-passed.ts';
import type { View } from './view.ts';

const SLOW_REQUEST_MS = 20_000;

type CardProps = { chat: Chat; view: View };

/** A request that takes long to reach the team: the customer may go on waiting, or not. Nothing has failed. */
export function RequestCard({ chat, view }: CardProps) {
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
        <LeaveEmail chat={chat} view={view} name="email.title" />
        <Cancel chat={chat} isQuiet />
      </div>
    </fieldset>
  );
}

type QueueCardProps = CardProps & { waiting: Extract<Handoff, { state: 'waiting' }> };

/** The place in line, and the ways out of it. */
export function QueueCard({ chat, view, waiting }: QueueCardProps) {
  const settings = chat.settings.value;
  const slowMs = settings ? slowAfterMs(waiting, settings) : Infinity;
  const isSlow = usePassed(chat.handoffSince.value, slowMs);
  // Who is there may have changed since the panel was loaded.
  useEffect(() => chat.boot(), []);
  if (!settings) return null;
  const { title, text } = queueText(waiting, settings, isSlow);
  return (
    <fieldset class="card" part="queue" aria-label={t('queue.title')}>
      <h3>{t(...title)}</h3>
      <p>{t(...text)}</p>
      <QueueTrack position={waiting.position} />
      {settings.team.state === 'away' && <TeamStrip settings={settings} />}
      <div class="row">
        <Cancel chat={chat} />
        <LeaveEmail chat={chat} view={view} name="email.instead" />
      </div>
    </fieldset>
  );
}

function Cancel({ chat, isQuiet }: { chat: Chat; isQuiet?: boolean }) {
  return (
    <button
      type="button"
      class={isQuiet ? 'button small quiet' : 'button small'}
      onClick={() => chat.cancelHandoff()}
    >
      {t('handoff.cancel')}
    </button>
  );
}

/** Only where somebody would answer by e-mail. */
function LeaveEmail({ chat, view, name }: CardProps & { name: TextKey }) {
  if (!chat.settings.value?.tickets) return null;
  return (
    <button type="button" class="button small quiet" onClick={() => (view.dialog.value = 'email')}>
      {t(name)}
    </button>
  );
}
