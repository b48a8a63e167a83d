import { fireEvent, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { asked, ended, joined, requested, started, waiting } from '../chat-events.ts';
import { fakeChat, settings, type FakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

function composing(chat: FakeChat, circumstances = {}) {
  const send = vi.spyOn(chat, 'send');
  renderPanel(chat, circumstances);
  return { send, field: screen.getByRole('textbox', { name: 'Message' }) };
}

describe('the text field', () => {
  test('sends with Enter', async () => {
    const { send, field } = composing(fakeChat());

    await userEvent.type(field, 'Where is my order?{Enter}');

    expect(send).toHaveBeenCalledOnce();
  });

  test('makes a new line with Shift and Enter', async () => {
    const chat = fakeChat();
    const { send, field } = composing(chat);

    await userEvent.type(field, 'One{Shift>}{Enter}{/Shift}two');

    expect(send).not.toHaveBeenCalled();
    expect(chat.draft.value).toBe('One\ntwo');
  });

  test('leaves Enter to an input method, in whichever order the browser tells it', () => {
    const chat = fakeChat();
    chat.draft.value = 'こんにちは';
    const { send, field } = composing(chat);

    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });

    expect(send).not.toHaveBeenCalled();
  });

  test('makes a new line with Enter on a touch keyboard, and sends with the button', async () => {
    const chat = fakeChat();
    const { send, field } = composing(chat, { hasFinger: true });

    await userEvent.type(field, 'One{Enter}two');
    expect(send).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(send).toHaveBeenCalledOnce();
  });

  test('sends with Enter on a touch screen that has a real keyboard', async () => {
    const { send, field } = composing(fakeChat(), { hasFinger: true });

    await userEvent.type(field, 'One{ArrowLeft}{Enter}');

    expect(send).toHaveBeenCalledOnce();
  });

  test('has no direction of its own while it is empty', async () => {
    const { field } = composing(fakeChat());
    expect(field.hasAttribute('dir')).toBe(false);

    await userEvent.type(field, 'שלום');

    expect(field.getAttribute('dir')).toBe('auto');
  });

  test('tells a screen reader whom the chat is with', () => {
    const { field } = composing(fakeChat(started, asked('Hello')));

    const about = field.getAttribute('aria-describedby')?.split(' ')[0] ?? '';
    expect(document.querySelector(`[id="${about}"]`)?.textContent).toBe(
      'Chat with Finch, an AI assistant. 1 message.',
    );
  });
});

describe('the send button', () => {
  test('stays in reach but does nothing when there is nothing to send', async () => {
    const { send } = composing(fakeChat());

    const button = screen.getByRole('button', { name: 'Send' });
    await userEvent.click(button);

    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(send).not.toHaveBeenCalled();
  });

  test('refuses a message that is too long and says the limit', async () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, messageCharacters: 100 };
    chat.draft.value = 'x'.repeat(101);
    const { send, field } = composing(chat);

    await userEvent.type(field, '{Enter}');

    expect(send).not.toHaveBeenCalled();
    expect(screen.getByText('Keep it under 100 characters.')).not.toBeNull();
  });

  test('counts the characters from nine tenths of the limit on', async () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, messageCharacters: 100 };
    chat.draft.value = 'x'.repeat(89);
    const { field } = composing(chat);
    expect(screen.queryByText(/of 100/)).toBeNull();

    await userEvent.type(field, 'x');

    expect(await screen.findByText('90 of 100')).not.toBeNull();
  });
});

test('the field asks for what can be said in each state', async () => {
  const chat = fakeChat();
  renderPanel(chat);
  const field = screen.getByRole('textbox', { name: 'Message' });
  const shows = (text: string) =>
    waitFor(() => expect(field.getAttribute('placeholder')).toBe(text));

  await shows('Ask a question…');
  chat.happens(started, asked('Refund'), requested());
  await shows('Add anything the team should know…');
  chat.happens(...waiting(2));
  await shows('Add anything the team should know…');
  chat.happens(...joined('Maya Okafor'));
  await shows('Reply to Maya…');
  chat.happens(ended());
  await shows('Ask Finch something else…');
});

test('that an AI answer can be wrong is said while the AI agent answers, and not with a person', async () => {
  const chat = fakeChat();
  renderPanel(chat);
  expect(screen.getByText('AI answers can contain mistakes.', { exact: false })).not.toBeNull();
  expect(screen.getByRole('link', { name: /^Privacy/ }).getAttribute('href')).toBe(
    settings.privacyUrl,
  );

  chat.happens(started, asked('Refund'), requested(), ...waiting(2), ...joined());

  await waitFor(() => expect(screen.queryByText(/can contain mistakes/)).toBeNull());
});
