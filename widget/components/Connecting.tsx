import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import { usePassed } from './use-passed.ts';

const SLOW_MS = 8000;

/** What the busy handoff button says. */
export function Connecting({ chat }: { chat: Chat }) {
  const isSlow = usePassed(chat.handoffSince.value, SLOW_MS);
  return t(isSlow ? 'handoff.connecting.slow' : 'handoff.connecting');
}
