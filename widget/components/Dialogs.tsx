import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import { PersonSheet } from './PersonSheet.tsx';
import { Lightbox } from './rich/lazy-rich.tsx';
import { Sheet } from './Sheet.tsx';
import { SharedSheet } from './SharedSheet.tsx';
import type { View } from './view.ts';

/** The sheet that is open, if one is. */
export function Dialogs({ chat, view }: { chat: Chat; view: View }) {
  const { agent } = chat.conversation.value;
  const isPerson = chat.state.value === 'human';
  function close() {
    view.dialog.value = null;
  }

  const dialog = view.dialog.value;
  if (dialog !== null && typeof dialog === 'object') return <Lightbox view={view} image={dialog} />;
  switch (dialog) {
    case 'handoff':
    case 'email':
      return <PersonSheet key={dialog} kind={dialog} chat={chat} view={view} close={close} />;
    case 'shared':
      return <SharedSheet chat={chat} view={view} close={close} />;
    case 'end':
      return (
        <ConfirmSheet
          view={view}
          title={t('end.title')}
          text={agent?.name ? t('end.text', { agent: agent.name }) : t('end.text.team')}
          confirm={t('end.confirm')}
          keep={t('end.keep')}
          onConfirm={() => chat.endChat()}
          close={close}
        />
      );
    case 'restart': {
      const ends = agent?.name ? t('restart.text', { agent: agent.name }) : t('end.text.team');
      return (
        <ConfirmSheet
          view={view}
          title={t('restart.title')}
          text={isPerson ? ends : t('restart.text.waiting')}
          confirm={t('restart.confirm')}
          keep={t('restart.keep')}
          onConfirm={() => chat.startNewChat()}
          close={close}
        />
      );
    }
    default:
      return null;
  }
}

type ConfirmSheetProps = {
  view: View;
  title: string;
  text: string;
  confirm: string;
  keep: string;
  onConfirm(): void;
  close(): void;
};

function ConfirmSheet({ view, title, text, confirm, keep, onConfirm, close }: ConfirmSheetProps) {
  return (
    <Sheet view={view} title={title} close={close}>
      <p>{text}</p>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          close();
          onConfirm();
        }}
      >
        {confirm}
      </button>
      <button type="button" class="button" data-first-focus="" onClick={close}>
        {keep}
      </button>
    </Sheet>
  );
}
