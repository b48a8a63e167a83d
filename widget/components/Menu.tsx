import { useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { Icon, moreIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { MenuItems } from './lazy-parts.tsx';
import type { View } from './view.ts';

/** What is seldom needed, behind one button. */
export function Menu({ chat, view }: { chat: Chat; view: View }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  // On a phone there may be nothing to offer before the first message.
  const isEmpty =
    view.isFullScreen.value &&
    !chat.settings.value?.privacyUrl &&
    chat.conversation.value.entries.length === 0;
  if (isEmpty) return null;

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div class="menu-anchor">
      <button
        ref={button}
        type="button"
        class="icon-button"
        part="menu-button"
        aria-label={t('menu.name')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={() => void MenuItems.preload()}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon path={moreIcon} />
      </button>
      {isOpen && <MenuItems chat={chat} view={view} close={close} leave={() => setOpen(false)} />}
    </div>
  );
}
