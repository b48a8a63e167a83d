import { act, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ConversationEvent } from '../../../src/protocol/event.ts';
import type { Handoff } from '../../../src/protocol/handoff.ts';
import type { WidgetSettings } from '../../../src/protocol/routes.ts';
import {
  answered,
  asked,
  ended,
  failed,
  handoffId,
  joined,
  requested,
  started,
  ticketLeft,
  today,
  waiting,
} from '../chat-events.ts';
import { fakeChat, settings } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

afterEach(() => void vi.useRealTimers());

const asking = [started, asked('Broken teapot'), answered('Free of charge.')];
const inLine = [...asking, requested(), ...waiting(3)];
const queue = () => within(screen.getByRole('group', { name: 'Waiting for a person' }));
const track = () => document.querySelector('.track')?.textContent;

/** In line, as far as it is known. */
function chatInLine(
  known: Partial<Extract<Handoff, { state: 'waiting' }>> = {},
  changed: Partial<WidgetSettings> = {},
) {
  const at = today('10:43');
  const chat = fakeChat(...inLine, {
    type: 'handoff-changed',
    handoff: { state: 'waiting', id: handoffId, at, ...known },
  });
  chat.settings.value = { ...settings, ...changed };
  chat.handoffSince.value = Date.now();
  return chat;
}

const KEEP = 'You can close this window; we’ll keep your place.';

test.each<[string, string, string, string, Parameters<typeof chatInLine>]>([
  [
    'the next one',
    'You’re next in line',
    `A person usually joins in about 4 minutes. ${KEEP}`,
    '1',
    [{ position: 1, wait: { from: 4, to: 4 } }],
  ],
  [
    'the third one',
    'You’re number 3 in line',
    `A person usually joins in 5 to 8 minutes. ${KEEP}`,
    '123',
    [{ position: 3, wait: { from: 5, to: 8 } }],
  ],
  [
    'one far behind',
    'You’re number 9 in line',
    'We’ll show it here when someone joins. You can close this window.',
    '123+59',
    [{ position: 9 }],
  ],
  [
    'one of whom the usual wait alone is known',
    'Waiting for a person',
    `A person usually joins in about 1 minute. ${KEEP}`,
    '',
    [{}, { usualWaitMinutes: 1 }],
  ],
  [
    'one who hardly waits',
    'Waiting for a person',
    'A person usually joins in under a minute.',
    '',
    [{ wait: { from: 0.2, to: 0.5 } }],
  ],
  [
    'one of whom nothing is known',
    'Waiting for a person',
    'We’ll show it here when someone joins. You can close this window.',
    '',
    [],
  ],
])('in line, %s reads: %s', (_who, title, text, places, known) => {
  renderPanel(chatInLine(...known));

  expect(queue().getByRole('heading', { name: title })).not.toBeNull();
  expect(queue().getByText(text)).not.toBeNull();
  expect(track()).toBe(places);
});

describe('a wait that takes longer than usual', () => {
  test.each<[string, number, Partial<WidgetSettings>]>([
    ['twice the usual wait', 4, { usualWaitMinutes: 2 }],
    ['as long as the site says', 5, { usualWaitMinutes: 4 }],
  ])('is said after %s', async (_case, minutes, changed) => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderPanel(chatInLine({}, { ...changed, tickets: true }));
    const slow = () => screen.queryByRole('heading', { name: 'It’s taking longer than usual' });

    await act(() => void vi.advanceTimersByTime(minutes * 60_000 - 5000));
    expect(slow()).toBeNull();
    await act(() => void vi.advanceTimersByTime(10_000));

    expect(slow()).not.toBeNull();
    expect(
      queue().getByText('Stay in line, or leave your email and we’ll reply there.'),
    ).not.toBeNull();
  });

  test('offers no email where nobody would answer one', () => {
    const chat = chatInLine();
    chat.handoffSince.value = Date.now() - 3_600_000;
    renderPanel(chat);

    expect(screen.queryByText(/email/)).toBeNull();
    expect(
      queue().getByText('Stay in line and we’ll show it here when someone joins.'),
    ).not.toBeNull();
  });
});

test('whoever waits can leave an email instead', async () => {
  const chat = chatInLine({}, { tickets: true });
  const leave = vi
    .spyOn(chat, 'leaveTicket')
    .mockImplementation(async ({ contact }) => chat.happens(ticketLeft(contact.email, '1042')));
  renderPanel(chat);

  await userEvent.click(queue().getByRole('button', { name: 'Leave an email instead' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Email' }), 'ana@example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Send to the team' }));

  const card = within(await screen.findByRole('group', { name: 'Your request is with the team' }));
  expect(card.getByText(/Ticket #/).textContent).toBe(
    'Ticket #1042. We’ll reply to ana@example.com.',
  );
  expect(leave).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('group', { name: 'Waiting for a person' })).toBeNull();
});

describe('a ticket', () => {
  test.each<[string, string, Parameters<typeof ticketLeft>]>([
    ['and address', 'Ticket #1042. We’ll reply to ana@example.com.', ['ana@example.com', '1042']],
    ['that has no number yet', 'We’ll reply to ana@example.com.', ['ana@example.com']],
    ['without an address', 'Ticket #1042. Leave your email to get the reply.', [null, '1042']],
    ['without either', 'Leave your email to get the reply.', [null]],
  ])('with number %s reads: %s', (_case, text, ticket) => {
    renderPanel(fakeChat(...asking, ticketLeft(...ticket)));

    const card = screen.getByRole('group', { name: 'Your request is with the team' });

    expect(card.querySelector('p')?.textContent).toBe(text);
  });

  test('without an address can be given one', async () => {
    const chat = fakeChat(...asking, ticketLeft(null, '1042'));
    chat.settings.value = { ...settings, tickets: true };
    renderPanel(chat);

    await userEvent.click(screen.getByRole('button', { name: 'Leave your email' }));

    expect(await screen.findByRole('dialog', { name: 'Leave your email' })).not.toBeNull();
  });

  test('leaves the assistant in charge and a person one press away; its number stays in the log', async () => {
    const chat = fakeChat(...asking, ticketLeft('ana@example.com'));
    renderPanel(chat);
    expect(screen.getByRole('button', { name: 'Talk to a person' })).not.toBeNull();

    await act(() =>
      chat.happens({ type: 'ticket-found', handoffId, number: '1042' }, asked('Thanks', '10:50')),
    );

    expect(screen.queryByRole('group', { name: 'Your request is with the team' })).toBeNull();
    expect(screen.getByText('You asked for a person.').closest('p')?.textContent).toContain(
      'Ticket #1042',
    );
  });
});

test('the end of a chat names its ticket', () => {
  const chat: ConversationEvent[] = [...inLine, ...joined(), ended()];
  renderPanel(fakeChat(...chat, { type: 'ticket-found', handoffId, number: '1042' }));

  const lines = screen.getAllByText(/Ticket #/).map((line) => line.textContent);

  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('Maya Okafor ended this chat.');
});

describe('a request that did not get there', () => {
  test('can leave an email, where one would be answered', async () => {
    const chat = fakeChat(...asking, requested(), failed());
    chat.settings.value = { ...settings, tickets: true };
    renderPanel(chat);
    expect(screen.getByRole('button', { name: 'Try again' })).not.toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Leave your email' }));

    expect(await screen.findByRole('dialog', { name: 'Leave your email' })).not.toBeNull();
  });

  test('offers no email where nobody would answer one', () => {
    renderPanel(fakeChat(...asking, requested(), failed()));

    expect(screen.queryByRole('button', { name: 'Leave your email' })).toBeNull();
  });

  test('and is slow can leave one too', async () => {
    const chat = fakeChat(...asking, requested());
    chat.settings.value = { ...settings, tickets: true };
    chat.handoffSince.value = Date.now() - 21_000;
    renderPanel(chat);
    const card = within(screen.getByRole('group', { name: 'It’s taking longer than usual' }));

    await userEvent.click(card.getByRole('button', { name: 'Leave your email' }));

    expect(await screen.findByRole('dialog', { name: 'Leave your email' })).not.toBeNull();
    expect(card.getByRole('button', { name: 'Keep waiting', hidden: true })).not.toBeNull();
    expect(card.getByRole('button', { name: 'Cancel request', hidden: true })).not.toBeNull();
  });
});
