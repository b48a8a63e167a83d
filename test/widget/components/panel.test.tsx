import { act, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { asked, joined, requested, started, waiting } from '../chat-events.ts';
import { fakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

function field(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Message' });
}

describe('the focus', () => {
  test('goes to the text field when the customer opens the chat', () => {
    renderPanel(fakeChat());

    expect(document.activeElement).toBe(field());
  });

  test('stays where it is when the page opens the chat', () => {
    const chat = fakeChat();
    chat.openedBy.value = 'page';
    renderPanel(chat);

    expect(document.activeElement).toBe(document.body);
  });

  test('goes back to what opened the chat when it closes', () => {
    const { unmount, returnFocus } = renderPanel(fakeChat());

    unmount();

    expect(returnFocus).toHaveBeenCalledOnce();
  });

  test('is not taken from the page when the chat closes by itself', () => {
    const { unmount, returnFocus } = renderPanel(fakeChat());
    field().blur();

    unmount();

    expect(returnFocus).not.toHaveBeenCalled();
  });

  test('goes to the text field when the control that had it disappears', async () => {
    const chat = fakeChat(started, asked('Refund'), requested());
    renderPanel(chat);
    screen.getByRole('button', { name: 'Connecting…' }).focus();

    await act(() => chat.happens(...waiting(2)));

    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  test('does not move when a person joins while the customer reads', async () => {
    const chat = fakeChat(started, asked('Refund'), requested(), ...waiting(2));
    renderPanel(chat);
    const log = screen.getByRole('log', { name: 'Conversation' });
    log.focus();

    await act(() => chat.happens(...joined()));

    expect(document.activeElement).toBe(log);
  });
});

describe('Escape', () => {
  test('closes the panel', async () => {
    const chat = fakeChat();
    renderPanel(chat);

    await userEvent.keyboard('{Escape}');

    expect(chat.isOpen.value).toBe(false);
  });

  test('that ends the composition of an input method does not', () => {
    const chat = fakeChat();
    renderPanel(chat);

    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }),
    );

    expect(chat.isOpen.value).toBe(true);
  });
});

describe('the panel', () => {
  test('is a region beside the page, which stays usable', () => {
    renderPanel(fakeChat());

    const panel = screen.getByRole('region', { name: 'Chat' });
    expect(panel.dataset.state).toBe('idle');
    expect(panel.hasAttribute('aria-modal')).toBe(false);
  });

  test('is a dialog over the page on a phone, and gives the page back as it was', () => {
    const page = document.createElement('main');
    const announcer = document.createElement('div');
    announcer.dataset.batonAnnouncer = '';
    document.body.append(page, announcer);
    document.documentElement.style.overflow = 'clip';
    window.scrollTo = () => {};
    const { unmount } = renderPanel(fakeChat(), { isPhone: true });

    const panel = screen.getByRole('dialog', { name: 'Chat' });
    expect(panel.getAttribute('aria-modal')).toBe('true');
    expect([page.inert, announcer.inert]).toEqual([true, undefined]);
    expect(document.documentElement.style.overflow).toBe('hidden');

    unmount();
    expect(page.inert).toBe(false);
    expect(document.documentElement.style.overflow).toBe('clip');
    page.remove();
    announcer.remove();
  });

  test('says its state', () => {
    renderPanel(fakeChat(started, asked('Refund'), requested(), ...waiting(2)));

    expect(screen.getByRole('region', { name: 'Chat' }).dataset.state).toBe('queued');
  });
});
