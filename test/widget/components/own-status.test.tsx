import { act, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import {
  answered,
  asked,
  joined,
  readByAgent,
  requested,
  started,
  today,
  waiting,
} from '../chat-events.ts';
import { fakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

afterEach(() => void vi.useRealTimers());

const inLine = [started, asked('Refund'), requested(), ...waiting(2)];

test('a message that is sent quickly needs no word, a slow one is "Sending…"', async () => {
  vi.useFakeTimers();
  const chat = fakeChat(...inLine);
  chat.unsent.value = [{ id: 'u', text: 'Hi', at: new Date().toISOString(), state: 'sending' }];
  renderPanel(chat);
  expect(screen.getByText('Hi')).not.toBeNull();
  expect(screen.queryByText('Sending…')).toBeNull();

  await act(() => void vi.advanceTimersByTime(601));

  expect(screen.getByText('Sending…')).not.toBeNull();
});

test('only the newest message tells that it was sent, and only until it is answered', async () => {
  const chat = fakeChat(started, asked('One'), asked('Two'));
  renderPanel(chat);
  expect(screen.getAllByText('Sent')).toHaveLength(1);

  await act(() => chat.happens(answered('Three')));

  expect(screen.queryByText('Sent')).toBeNull();
});

test('"Read" is said only when the team really read it', async () => {
  const chat = fakeChat(...inLine, ...joined(), asked('Yes please', '10:47'));
  renderPanel(chat);
  expect(screen.queryByText(/^Read/)).toBeNull();

  await act(() => chat.happens(readByAgent(chat.conversation.value.seq)));

  expect(screen.getByText(/^Read /)).not.toBeNull();
});

test('a message that waits for the connection says so', () => {
  const chat = fakeChat(...inLine);
  chat.unsent.value = [
    { id: 'u', text: 'Hi', at: today('10:49'), state: 'waiting-for-connection' },
  ];
  renderPanel(chat);

  expect(screen.getByText('Waiting for connection')).not.toBeNull();
});

test('a message that did not reach the team can be sent again, and not taken back', async () => {
  const chat = fakeChat(
    ...inLine,
    ...joined(),
    asked('First', '10:47', 'q-1'),
    asked('Second', '10:48', 'q-2'),
    { type: 'message-failed', id: 'q-1', code: 'delivery' },
  );
  const again = vi.spyOn(chat, 'answerAgain');
  renderPanel(chat);
  expect(screen.getByRole('log').textContent).toMatch(/First.*Not sent.*Second.*Sent/s);

  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(again).toHaveBeenCalledWith('q-1');
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  await act(() => chat.happens({ type: 'message-retried', id: 'q-1' }));

  expect(screen.queryByText('Not sent')).toBeNull();
});

test('a refused message stays in its place with Retry and Delete', async () => {
  const chat = fakeChat(...inLine);
  chat.unsent.value = [
    { id: 'u-1', text: 'First', at: today('10:48'), state: 'failed' },
    { id: 'u-2', text: 'Second', at: today('10:49'), state: 'sending' },
  ];
  const retry = vi.spyOn(chat, 'retry');
  const discard = vi.spyOn(chat, 'discard');
  renderPanel(chat);

  expect(screen.getByRole('log').textContent).toMatch(/First.*Not sent.*Second/s);
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));

  expect(retry).toHaveBeenCalledWith('u-1');
  expect(discard).toHaveBeenCalledWith('u-1');
});
