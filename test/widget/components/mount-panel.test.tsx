import { waitFor } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { mountPanel } from '../../../widget/components/Panel.tsx';
import { fakeChat, type FakeChat } from '../fake-chat.ts';

// jsdom has neither media queries nor constructed style sheets.
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => new EventTarget());
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
});

function mount(chat: FakeChat) {
  const host = document.createElement('baton-chat');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  Object.assign(root, { adoptedStyleSheets: [] });
  const unmount = mountPanel(root, chat, { theme: 'auto', position: 'right', returnFocus() {} });
  return {
    panel: () => root.querySelector('[part=panel]'),
    regions: () => document.querySelector('[data-baton-announcer]'),
    unmount() {
      unmount();
      host.remove();
    },
  };
}

test('the panel is there while the chat is open', async () => {
  const chat = fakeChat();
  const { panel, unmount } = mount(chat);
  expect(panel()).not.toBeNull();

  chat.close();
  await waitFor(() => expect(panel()).toBeNull());
  chat.open();
  await waitFor(() => expect(panel()).not.toBeNull());

  unmount();
});

test('the page gets live regions when the chat is first opened, and loses them with the chat', async () => {
  const chat = fakeChat();
  chat.isOpen.value = false;
  const { regions, unmount } = mount(chat);
  expect(regions()).toBeNull();

  chat.open();
  await waitFor(() => expect(regions()).not.toBeNull());
  chat.close();
  expect(regions()).not.toBeNull();

  unmount();
  await waitFor(() => expect(regions()).toBeNull());
});
