import { act, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { fakeChat, settings } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

test('an empty chat says who answers, from what, and that a person can be had', () => {
  renderPanel(fakeChat());

  expect(screen.getByRole('heading', { name: 'Hi, I’m Finch. How can I help?' })).not.toBeNull();
  expect(document.querySelector('.lead')?.textContent).toBe(
    'I’m an AI assistant for Alder & Finch. I answer from our Help Center, and you can switch to a person at any time.',
  );
});

test('a suggested question is asked with one press', async () => {
  const chat = fakeChat();
  const send = vi.spyOn(chat, 'send');
  renderPanel(chat);

  const suggested = screen.getByRole('group', { name: 'Suggested questions' });
  await userEvent.click(within(suggested).getByRole('button', { name: 'Where is my order?' }));

  expect(send).toHaveBeenCalledWith('Where is my order?');
});

describe('the team', () => {
  test.each([
    [{ state: 'online', count: 1 }, 'One person is online'],
    [{ state: 'online', count: 2 }, 'Two people are online'],
    [{ state: 'online', count: 12 }, '12 people are online'],
    [{ state: 'away' }, 'The team is away'],
  ] as const)('%o is said as "%s"', (team, words) => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, team };
    renderPanel(chat);

    expect(screen.getByText(words)).not.toBeNull();
  });

  test('is said to answer as soon as it usually does, where that is known', () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, usualWaitMinutes: 3 };
    renderPanel(chat);

    expect(screen.getByText('A reply usually takes about 3 minutes.')).not.toBeNull();
  });

  test('is said to be back at the customer’s own time, on a day that cannot be mistaken', async () => {
    const chat = fakeChat();
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' }).format(new Date(at(2)));
    chat.settings.value = { ...settings, team: { state: 'away', backAt: at(2) } };
    renderPanel(chat);
    expect(screen.getByText(/^Back /).textContent).toMatch(
      new RegExp(`^Back ${weekday} at .+\\. You can leave a message\\.$`),
    );

    await act(() => {
      chat.settings.value = { ...settings, team: { state: 'away', backAt: at(7) } };
    });

    expect(screen.getByText(/^Back \w+, \w+ \d+ at /)).not.toBeNull();
  });

  test('is not said to be back at a time that is over', () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, team: { state: 'away', backAt: '2020-01-01T09:00:00Z' } };
    renderPanel(chat);

    expect(screen.queryByText(/^Back /)).toBeNull();
  });

  test('is not mentioned when nobody knows whether it is online', () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, team: { state: 'unknown' } };
    renderPanel(chat);

    expect(screen.queryByText(/online|away/)).toBeNull();
  });
});
