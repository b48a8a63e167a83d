import { act, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answered, asked, started } from '../chat-events.ts';
import { fakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

/** The browser's close watchers; the newest hears of Back. */
function stubWatchers() {
  const watchers: Watcher[] = [];
  class Watcher extends EventTarget {
    constructor() {
      super();
      watchers.push(this);
    }
    destroy() {
      watchers.splice(watchers.indexOf(this), 1);
    }
  }
  vi.stubGlobal('CloseWatcher', Watcher);
  return {
    watchers,
    back: () => act(() => void watchers.pop()?.dispatchEvent(new Event('close'))),
  };
}

afterEach(() => void vi.unstubAllGlobals());

const asking = [started, asked('Broken teapot'), answered('Free of charge.')];

test('Back on a phone closes the menu first, then the panel', async () => {
  const { back } = stubWatchers();
  const chat = fakeChat(...asking);
  renderPanel(chat, { isPhone: true });
  await userEvent.click(screen.getByRole('button', { name: 'More options' }));

  await back();
  expect(screen.queryByRole('menu')).toBeNull();
  expect(chat.isOpen.value).toBe(true);
  await back();

  expect(chat.isOpen.value).toBe(false);
});

test('a panel beside the page does not hear Back, and one that is gone hears it no more', () => {
  const { watchers } = stubWatchers();
  renderPanel(fakeChat(...asking)).unmount();
  expect(watchers).toHaveLength(0);

  const { unmount } = renderPanel(fakeChat(...asking), { isPhone: true });
  expect(watchers).toHaveLength(1);
  unmount();

  expect(watchers).toHaveLength(0);
});
