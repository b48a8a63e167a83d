import { act, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Feedback } from '../../../src/protocol/event.ts';
import { answered, asked, requested, started } from '../chat-events.ts';
import { fakeChat, settings } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

const conversation = [
  started,
  asked('Broken teapot'),
  answered('It is replaced free of charge.', { id: 'answer' }),
];
const given = (feedback: Feedback) => ({
  type: 'feedback-given' as const,
  messageId: 'answer',
  ...feedback,
});

const question = () => screen.findByRole('group', { name: 'Was this answer helpful?' });
const button = (name: string) => screen.getByRole('button', { name });
const pressed = (name: string) => button(name).getAttribute('aria-pressed');

test('a finished answer asks whether it helped, beside what else can be done with it', async () => {
  renderPanel(fakeChat(...conversation));

  const group = within(await question());

  expect(group.getAllByRole('button').map((each) => each.getAttribute('aria-label'))).toEqual(
    expect.arrayContaining(['Helpful', 'Not helpful']),
  );
  expect([pressed('Helpful'), pressed('Not helpful')]).toEqual(['false', 'false']);
});

test('an answer that found nothing, or was stopped, does not ask', async () => {
  const miss = answered('I couldn’t find that.', { id: 'miss', actions: [{ type: 'hand-off' }] });
  const stopped = answered('Anything that', { id: 'stopped', stopped: true });
  renderPanel(fakeChat(...conversation, miss, stopped));

  await question();

  expect(screen.getAllByRole('group', { name: 'Was this answer helpful?' })).toHaveLength(1);
});

test('what is pressed shows at once, and is told', async () => {
  const chat = fakeChat(...conversation);
  const give = vi.spyOn(chat, 'giveOpinion').mockReturnValue(new Promise(() => {}));
  renderPanel(chat);
  await question();

  await userEvent.click(button('Helpful'));
  await userEvent.click(button('Helpful'));

  expect(pressed('Helpful')).toBe('true');
  const feedback = { helpful: true };
  expect(give.mock.calls).toEqual([[{ type: 'feedback', messageId: 'answer', feedback }]]);
});

test('an answer that did not help says sorry, also to those who hear it, and asks why', async () => {
  const chat = fakeChat(...conversation);
  const give = vi.spyOn(chat, 'giveOpinion').mockReturnValue(new Promise(() => {}));
  const { say } = renderPanel(chat);
  await question();

  await userEvent.click(button('Not helpful'));
  const reasons = screen.getByRole('group', { name: 'Sorry about that. What was wrong?' });
  await userEvent.click(within(reasons).getByRole('button', { name: 'Off topic' }));

  expect(say).toHaveBeenCalledWith('Sorry about that. What was wrong?');
  expect([pressed('Not helpful'), pressed('Off topic')]).toEqual(['true', 'true']);
  const feedback = { helpful: false, reason: 'off-topic' };
  expect(give).toHaveBeenLastCalledWith({ type: 'feedback', messageId: 'answer', feedback });
});

test('what was given before, or in another tab, stands there and can be changed', async () => {
  const chat = fakeChat(...conversation, given({ helpful: false, reason: 'wrong' }));
  renderPanel(chat);
  await question();
  expect([pressed('Not helpful'), pressed('Wrong')]).toEqual(['true', 'true']);

  await act(() => chat.happens(given({ helpful: true })));

  await waitFor(() => expect(pressed('Helpful')).toBe('true'));
  expect(screen.queryByText('Sorry about that. What was wrong?')).toBeNull();
});

test('feedback that could not be told is not shown as given', async () => {
  const chat = fakeChat(...conversation);
  vi.spyOn(chat, 'giveOpinion').mockRejectedValue(new TypeError('gone'));
  renderPanel(chat);
  await question();

  await userEvent.click(button('Helpful'));

  await waitFor(() => expect(pressed('Helpful')).toBe('false'));
});

test('an answer that did not help leads to a person, where there is one to be had', async () => {
  const chat = fakeChat(...conversation, given({ helpful: false }));
  const request = vi.spyOn(chat, 'requestHandoff');
  renderPanel(chat);
  await question();
  const reasons = within(screen.getByRole('group', { name: /^Sorry/ }));

  await userEvent.click(reasons.getByRole('button', { name: 'Talk to a person' }));
  await act(() => chat.happens(requested()));

  expect(request).toHaveBeenCalledOnce();
  await waitFor(() =>
    expect(reasons.queryByRole('button', { name: 'Talk to a person' })).toBeNull(),
  );
});

test('its buttons are one Tab stop with their message, like all that is in it', async () => {
  const chat = fakeChat(...conversation, asked('Thanks'), answered('Welcome.', { id: 'newest' }));
  renderPanel(chat);

  await waitFor(() =>
    expect(screen.getAllByRole('button', { name: 'Helpful' }).map((each) => each.tabIndex)).toEqual(
      [-1, 0],
    ),
  );
});

test('a site without people offers none', async () => {
  const chat = fakeChat(...conversation, given({ helpful: false }));
  chat.settings.value = { ...settings, handoff: false };
  renderPanel(chat);
  await question();

  expect(screen.queryByRole('button', { name: 'Talk to a person' })).toBeNull();
});
