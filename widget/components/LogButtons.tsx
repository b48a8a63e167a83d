import type { Chat } from '../chat-type.ts';
import { downIcon, stopIcon } from '../conversation-icons.tsx';
import { Icon } from '../icons.tsx';
import { t } from '../translate.ts';
import type { View } from './view.ts';

/** What floats over the end of the log: stop the answer, go to what is new. */
export function LogButtons({ chat, view }: { chat: Chat; view: View }) {
  const count = chat.unread.value;
  return (
    <div class="log-buttons">
      {chat.state.value === 'streaming' && (
        <button type="button" class="pill stop" onClick={() => chat.stopAnswer()}>
          <Icon path={stopIcon} small />
          {t('answer.stop')}
        </button>
      )}
      {!view.isPinned.value && (
        <button type="button" class="pill latest" onClick={() => view.scroll?.toEnd()}>
          <Icon path={downIcon} small />
          {count > 0 ? t('log.new.count', { count }) : t('log.latest')}
        </button>
      )}
    </div>
  );
}
