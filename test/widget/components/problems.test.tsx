import { act, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answered, asked, started } from '../chat-events.ts';
import { fakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

afterEach(() => void vi.useRealTimers());

const asking = [started, asked('Broken teapot'), answered('Free of charge.')];

test('offline, reconnecting and back are said in a banner', async () => {
  const chat = fakeChat(...asking);
  const reconnect = vi.spyOn(chat, 'reconnect');
  renderPanel(chat);
  expect(screen.queryByRole('status')).toBeNull();

  await act(() => void (chat.connection.value = 'offline'));
  expect(screen.getByRole('status').textContent).toBe(
    'You’re offline. Messages will send when you reconnect.',
  );
  await act(() => void (chat.connection.value = 'reconnecting'));
  await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
  expect(reconnect).toHaveBeenCalledOnce();
  await act(() => void (chat.connection.value = 'back'));
  expect(screen.getByRole('status').textContent).toBe('Back online.');
});

test('going offline and coming back are said to a screen reader, once', async () => {
  const chat = fakeChat(...asking);
  const { say } = renderPanel(chat);

  for (const connection of ['offline', 'reconnecting', 'back', 'connected'] as const) {
    await act(() => void (chat.connection.value = connection));
  }

  expect(say.mock.calls).toEqual([
    ['You’re offline. Messages will send when you reconnect.'],
    ['Back online.'],
  ]);
});

test('an expired chat offers a new one and takes no more messages', async () => {
  const chat = fakeChat(...asking);
  chat.problem.value = { type: 'expired' };
  chat.draft.value = 'Hello?';
  const restart = vi.spyOn(chat, 'startNewChat');
  const send = vi.spyOn(chat, 'send');
  renderPanel(chat);

  expect(screen.getByText('This chat expired. Start a new one.')).not.toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(send).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Start a new chat' }));

  expect(restart).toHaveBeenCalledOnce();
});

test('too many messages: the seconds are counted down and the line goes by itself', async () => {
  vi.useFakeTimers();
  const chat = fakeChat(...asking);
  chat.problem.value = { type: 'rate-limited', retryAt: Date.now() + 2000 };
  renderPanel(chat);
  expect(screen.getByText(/Try again in 2 seconds\./)).not.toBeNull();

  await act(() => void vi.advanceTimersByTime(1000));
  expect(screen.getByText(/Try again in 1 second\./)).not.toBeNull();
  await act(() => void vi.advanceTimersByTime(1000));

  expect(screen.queryByText(/Try again in/)).toBeNull();
});

test('a request for a person that could not be sent can be sent again', async () => {
  const chat = fakeChat(...asking);
  chat.problem.value = { type: 'handoff-not-sent' };
  const request = vi.spyOn(chat, 'requestHandoff');
  renderPanel(chat);

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(request).toHaveBeenCalledOnce();
});

test('a chat that could not be loaded says so, takes no text, and can be loaded again', async () => {
  const chat = fakeChat();
  chat.settings.value = null;
  const boot = vi.spyOn(chat, 'boot');
  renderPanel(chat);

  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
  expect(field.disabled).toBe(true);
  expect(field.placeholder).toBe('Chat is unavailable');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(boot).toHaveBeenCalledOnce();
});
