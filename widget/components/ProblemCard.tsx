import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';

/** What went wrong and the way on, above the text field until it is over. */
export function ProblemCard({ chat }: { chat: Chat }) {
  const problem = chat.problem.value;
  if (problem?.type === 'expired') {
    return (
      <div class="card problem">
        <p>{t('problem.expired')}</p>
        <button type="button" class="button small" onClick={() => chat.startNewChat()}>
          {t('menu.new-chat')}
        </button>
      </div>
    );
  }
  return problem?.type === 'rate-limited' ? <RateLimit retryAt={problem.retryAt} /> : null;
}

function RateLimit({ retryAt }: { retryAt: number }) {
  const [now, setNow] = useState(Date.now());
  const count = Math.ceil((retryAt - now) / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return count > 0 ? <p class="card problem">{t('problem.rate-limited', { count })}</p> : null;
}
