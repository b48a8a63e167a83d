import { act, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ConversationEvent } from '../../../src/protocol/event.ts';
import {
  agentSaid,
  asked,
  cancelled,
  ended,
  handoffId,
  joined,
  requested,
  started,
  waiting,
} from '../chat-events.ts';
import { fakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

const inLine = [started, asked('A refund, please'), requested(), ...waiting(1)];
const withPerson = [...inLine, ...joined(), agentSaid('Done.')];
const rated: ConversationEvent = { type: 'rating-given', handoffId, score: 4 };

const form = () => screen.findByRole('form', { name: 'Rate this chat' });
const send = () => screen.getByRole('button', { name: 'Send rating' });

test('after a chat with a person they are asked about by name, with nothing chosen', async () => {
  renderPanel(fakeChat(...withPerson, ended()));

  const question = within(await form()).getByRole('radiogroup', { name: 'How did Maya do?' });

  const radios = within(question).getAllByRole<HTMLInputElement>('radio');
  expect(radios.map((each) => each.labels?.[0]?.textContent)).toEqual([
    'Bad',
    'Poor',
    'Okay',
    'Good',
    'Great',
  ]);
  expect(radios.some(({ checked }) => checked)).toBe(false);
  expect(send().getAttribute('aria-disabled')).toBe('true');
});

test('somebody whose name is not told is asked about as the team', async () => {
  renderPanel(fakeChat(...inLine, ...joined(''), agentSaid('Done.', '10:46', ''), ended()));

  await form();

  expect(screen.getByRole('radiogroup', { name: 'How did we do?' })).not.toBeNull();
});

test('nothing is sent before something is chosen', async () => {
  const chat = fakeChat(...withPerson, ended());
  const give = vi.spyOn(chat, 'giveOpinion');
  renderPanel(chat);
  await form();

  await userEvent.click(send());

  expect(give).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Bad' }));
});

test('a rating that was sent is thanked for, and not asked for again', async () => {
  const chat = fakeChat(...withPerson, ended());
  const give = vi.spyOn(chat, 'giveOpinion').mockImplementation(async () => chat.happens(rated));
  renderPanel(chat);
  await form();

  await userEvent.click(screen.getByRole('radio', { name: 'Good' }));
  await userEvent.click(send());

  const thanks = await screen.findByText('Thanks for the rating.');
  expect(give.mock.calls).toEqual([[{ type: 'rating', handoffId, score: 4 }]]);
  expect(screen.queryByRole('form', { name: 'Rate this chat' })).toBeNull();
  expect(document.activeElement?.contains(thanks)).toBe(true);
});

test('a rating that did not get through says so and can be sent again', async () => {
  const chat = fakeChat(...withPerson, ended());
  const give = vi
    .spyOn(chat, 'giveOpinion')
    .mockRejectedValueOnce(new TypeError('offline'))
    .mockImplementationOnce(async () => chat.happens(rated));
  const { say } = renderPanel(chat);
  await form();
  await userEvent.click(screen.getByRole('radio', { name: 'Good' }));
  await userEvent.click(send());

  await screen.findByText('Your rating didn’t send.');
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

  expect(await screen.findByText('Thanks for the rating.')).not.toBeNull();
  expect(say).toHaveBeenCalledWith('Your rating didn’t send.');
  expect(give).toHaveBeenCalledTimes(2);
});

test('two presses are one rating', async () => {
  const chat = fakeChat(...withPerson, ended());
  const give = vi.spyOn(chat, 'giveOpinion').mockReturnValue(new Promise(() => {}));
  renderPanel(chat);
  await form();
  await userEvent.click(screen.getByRole('radio', { name: 'Great' }));

  await userEvent.click(send());
  await userEvent.click(send());

  expect(give).toHaveBeenCalledOnce();
});

test('a chat that was rated before, or in another tab, is not asked about', async () => {
  const chat = fakeChat(...withPerson, ended());
  renderPanel(chat);
  await form();
  const focused = document.activeElement;

  await act(() => chat.happens(rated));

  await waitFor(() => expect(screen.queryByRole('form', { name: 'Rate this chat' })).toBeNull());
  expect(document.activeElement).toBe(focused);
});

test('a chat that a new request follows is not asked about any more', async () => {
  const chat = fakeChat(...withPerson, ended());
  renderPanel(chat);
  await form();

  const again = {
    state: 'requested' as const,
    id: crypto.randomUUID(),
    at: '2026-11-23T11:00:00Z',
  };
  await act(() => chat.happens({ type: 'handoff-changed', handoff: again }));

  await waitFor(() => expect(screen.queryByRole('form', { name: 'Rate this chat' })).toBeNull());
});

test.each<[string, ConversationEvent[]]>([
  ['is still going on', withPerson],
  ['was cancelled before anybody came', [...inLine, cancelled]],
  ['ended before anybody came', [...inLine, ended('timeout')]],
])('a chat that %s is not asked about', async (_name, events) => {
  renderPanel(fakeChat(...events));
  // Were it asked, it would be by now.
  await import('../../../widget/components/Rating.tsx');
  await act(async () => {});

  expect(screen.queryByRole('form', { name: 'Rate this chat' })).toBeNull();
});
