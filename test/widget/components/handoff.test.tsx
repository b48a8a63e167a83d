import { act, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answered, asked, failed, requested, started, waiting } from '../chat-events.ts';
import { fakeChat, settings } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

afterEach(() => void vi.useRealTimers());

const asking = [started, asked('Broken teapot'), answered('Free of charge.')];
const inLine = [...asking, requested(), ...waiting(3)];

describe('a request that takes more than twenty seconds', () => {
  function slowRequest() {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const chat = fakeChat(...asking, requested());
    chat.handoffSince.value = Date.now();
    renderPanel(chat);
    return chat;
  }

  test('says so, and has not failed', async () => {
    slowRequest();
    await act(() => void vi.advanceTimersByTime(19_000));
    expect(screen.queryByRole('group', { name: /longer/ })).toBeNull();

    await act(() => void vi.advanceTimersByTime(1500));

    expect(screen.getByRole('group', { name: 'It’s taking longer than usual' })).not.toBeNull();
    expect(screen.queryByText(/couldn’t reach/)).toBeNull();
  });

  test('can be cancelled, or waited for', async () => {
    const chat = slowRequest();
    const cancel = vi.spyOn(chat, 'cancelHandoff');
    await act(() => void vi.advanceTimersByTime(20_500));

    screen.getByRole('button', { name: 'Cancel request' }).click();
    expect(cancel).toHaveBeenCalledOnce();
    await act(() => screen.getByRole('button', { name: 'Keep waiting' }).click());

    expect(screen.queryByRole('group', { name: /longer/ })).toBeNull();
  });
});

describe('the place in line', () => {
  test('promises nothing that nobody knows, and can be left', async () => {
    const chat = fakeChat(...inLine);
    const cancel = vi.spyOn(chat, 'cancelHandoff');
    renderPanel(chat);

    const card = within(screen.getByRole('group', { name: 'Waiting for a person' }));
    expect(
      card.getByText('We’ll show it here when someone joins. You can close this window.'),
    ).not.toBeNull();
    expect(card.queryByText(/\d/)).toBeNull();
    await userEvent.click(card.getByRole('button', { name: 'Cancel request' }));

    expect(cancel).toHaveBeenCalledOnce();
  });

  test('says when the team is away', () => {
    const chat = fakeChat(...inLine);
    chat.settings.value = { ...settings, team: { state: 'away' } };
    renderPanel(chat);

    const card = within(screen.getByRole('group', { name: 'Waiting for a person' }));
    expect(card.getByText('The team is away')).not.toBeNull();
  });

  test('says when it takes longer than the site expects', () => {
    const chat = fakeChat(...inLine);
    chat.handoffSince.value = Date.now() - settings.waitMinutes * 60_000 - 1;
    renderPanel(chat);

    expect(screen.getByRole('heading', { name: 'It’s taking longer than usual' })).not.toBeNull();
  });
});

test('a handoff that failed says that nothing is lost and can be tried again, until the chat goes on', async () => {
  const chat = fakeChat(...asking, requested('10:43'), failed('10:44'));
  const request = vi.spyOn(chat, 'requestHandoff');
  renderPanel(chat);

  expect(screen.getByText('We couldn’t reach the support team. Your chat is safe.')).not.toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(request).toHaveBeenCalledOnce();
  await act(() => chat.happens(asked('Never mind', '10:45')));

  expect(screen.queryByText(/couldn’t reach/)).toBeNull();
});

describe('what was shared', () => {
  test('can be read: the summary and the messages up to then', async () => {
    renderPanel(fakeChat(...inLine, asked('Not in it', '10:44')));

    await userEvent.click(screen.getByRole('button', { name: 'See what was shared' }));

    const dialog = within(await screen.findByRole('dialog', { name: 'What was shared' }));
    expect(dialog.getByText(/Teapot from order A-20417/)).not.toBeNull();
    await userEvent.click(dialog.getByText('Full chat, 2 messages'));
    expect(dialog.getByText('Broken teapot')).not.toBeNull();
    expect(dialog.getByText('Finch · AI assistant')).not.toBeNull();
    expect(dialog.queryByText('Not in it')).toBeNull();
  });

  test('closes with Escape, back to where it was opened', async () => {
    const chat = fakeChat(...inLine);
    renderPanel(chat);
    const opener = screen.getByRole('button', { name: 'See what was shared' });
    await userEvent.click(opener);
    await screen.findByRole('dialog', { name: 'What was shared' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Back to chat');

    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(chat.isOpen.value).toBe(true);
  });
});
