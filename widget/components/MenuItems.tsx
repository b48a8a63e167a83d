import { useLayoutEffect, useRef } from 'preact/hooks';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Chat } from '../chat-type.ts';
import { Icon, sentIcon } from '../icons.tsx';
import { nextIndex } from '../next-index.ts';
import { isSoundOn, switchSound } from '../sound-choice.ts';
import styles from '../styles/menu.css?inline';
import { t } from '../translate.ts';
import { downloadTranscript, requestNewChat } from './menu-actions.ts';
import { addStyle } from './stylesheets.ts';
import type { View } from './view.ts';

type Item = { label: string; choose(): void; href?: string; checked?: boolean };

function menuItems(chat: Chat, view: View): Item[] {
  const items: Item[] = [];
  const hasMessages = messagesOf(chat.conversation.value).length > 0;
  if (hasMessages) {
    items.push({ label: t('menu.transcript'), choose: () => void downloadTranscript(chat) });
    items.push({ label: t('menu.new-chat'), choose: () => requestNewChat(chat, view) });
  }
  if (chat.state.value === 'human') {
    items.push({ label: t('menu.end-chat'), choose: () => (view.dialog.value = 'end') });
  }
  const privacyUrl = chat.settings.value?.privacyUrl;
  if (privacyUrl) items.push({ label: t('privacy'), href: privacyUrl, choose: () => {} });
  if (chat.settings.value?.handoff) {
    const isOn = isSoundOn();
    items.push({
      label: t('attention.sound'),
      checked: isOn,
      choose: () => switchSound(!isOn),
    });
  }
  if (!view.isFullScreen.value) {
    items.push({
      label: t('menu.large'),
      checked: view.isLarge.value,
      choose: () => (view.isLarge.value = !view.isLarge.value),
    });
  }
  return items;
}

export type MenuItemsProps = {
  chat: Chat;
  view: View;
  /** Closes the menu and gives the focus back to its button. */
  close(): void;
  /** Closes the menu; the focus has gone elsewhere. */
  leave(): void;
};

export function MenuItems({ chat, view, close, leave }: MenuItemsProps) {
  const items = menuItems(chat, view);
  const menu = useRef<HTMLDivElement>(null);

  function itemElements(): HTMLElement[] {
    return [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  }
  function current(): number {
    return itemElements().findIndex((element) => element.matches(':focus'));
  }
  useLayoutEffect(() => {
    if (menu.current) addStyle(menu.current, styles);
    itemElements()[0]?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const index = nextIndex(event.key, current(), items.length, true) ?? typedIndex(event.key);
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      leave();
    } else if (index !== null) {
      event.preventDefault();
      itemElements()[index]?.focus();
    }
  }

  /** The next item that begins with the letter typed. */
  function typedIndex(key: string): number | null {
    if (!/^\S$/u.test(key)) return null;
    const order = items.map((_item, offset) => (current() + 1 + offset) % items.length);
    const letter = key.toLocaleLowerCase();
    return order.find((at) => items[at]?.label.toLocaleLowerCase().startsWith(letter)) ?? null;
  }

  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={t('menu.name')}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        const isInside =
          relatedTarget instanceof Node && menu.current?.parentNode?.contains(relatedTarget);
        if (relatedTarget && !isInside) leave();
      }}
    >
      {items.map((item) => (
        <MenuItem key={item.label} item={item} close={close} />
      ))}
    </div>
  );
}

function MenuItem({ item, close }: { item: Item; close(): void }) {
  function choose() {
    close();
    item.choose();
  }
  if (item.href) {
    return (
      <a
        role="menuitem"
        tabIndex={-1}
        href={item.href}
        target="_blank"
        rel="noopener noreferrer"
        onClick={choose}
      >
        {item.label}
      </a>
    );
  }
  const isCheckbox = item.checked !== undefined;
  return (
    <button
      type="button"
      role={isCheckbox ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={item.checked}
      tabIndex={-1}
      onClick={choose}
    >
      {item.label}
      {item.checked && <Icon path={sentIcon} small />}
    </button>
  );
}
