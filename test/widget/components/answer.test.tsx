import { act, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ConversationEvent } from '../../../src/protocol/event.ts';
import { answered, asked, requested, started } from '../chat-events.ts';
import { fakeChat, type FakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

afterEach(() => void vi.useRealTimers());

const question = asked('Broken teapot', '10:42', 'question');
const citations = [1, 2, 3, 4, 5].map((number) => ({
  number,
  title: `Article ${number}`,
  url: `https://help.example/${number}`,
}));

function answering(text: string, msAgo = 0) {
  return { id: 'answer', replyTo: 'question', text, askedAt: Date.now() - msAgo };
}

describe('a finished answer', () => {
  test('shows its markdown and its citations, each named by its source', async () => {
    renderPanel(fakeChat(started, question, answered('**Free** of charge [1].', { citations })));

    const mark = await screen.findByRole('link', { name: 'Source 1: Article 1' });

    expect(mark.getAttribute('href')).toBe('https://help.example/1');
    expect(screen.getByText('Free').tagName).toBe('STRONG');
  });

  test('lists three sources and the others on request', async () => {
    renderPanel(fakeChat(started, question, answered('See [1].', { citations })));

    const list = await screen.findByRole('list', { name: 'Sources' });
    expect(within(list).getAllByRole('link')).toHaveLength(3);
    const first = within(list).getByRole('link', { name: 'Article 1 (opens in a new tab)' });
    expect(first.getAttribute('rel')).toContain('noopener');
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));

    expect(within(list).getAllByRole('link')).toHaveLength(5);
  });

  test('that was stopped says so', async () => {
    renderPanel(fakeChat(started, question, answered('Anything that', { stopped: true })));

    expect(await screen.findByText('Stopped')).not.toBeNull();
  });

  test('can be copied as plain text', async () => {
    const user = userEvent.setup();
    const { say } = renderPanel(fakeChat(started, question, answered('**Free** [1]')));

    await user.click(await screen.findByRole('button', { name: 'Copy answer' }));

    await waitFor(() => expect(say).toHaveBeenCalledWith('Copied.'));
    expect(await navigator.clipboard.readText()).toContain('Free');
  });
});

describe('an answer that is being written', () => {
  function waitingFor(chat: FakeChat, text = '') {
    chat.answer.value = answering(text);
    return renderPanel(chat);
  }

  test('appears in whole words', async () => {
    const chat = fakeChat(started, question);
    waitingFor(chat, 'Anything that bre');

    expect(await screen.findByText('Anything that')).not.toBeNull();
    chat.answer.value = answering('Anything that breaks is replaced');

    expect(await screen.findByText('Anything that breaks is')).not.toBeNull();
  });

  test('starts over when the stream takes words back', async () => {
    const chat = fakeChat(started, question);
    waitingFor(chat, 'Anything that breaks ');
    await screen.findByText('Anything that breaks');

    chat.answer.value = answering('Nothing of that ');

    expect(await screen.findByText('Nothing of that')).not.toBeNull();
  });

  test('keeps its place when it is finished', async () => {
    const chat = fakeChat(started, question);
    waitingFor(chat, 'Anything that breaks ');
    await screen.findByText('Anything that breaks');
    const row = screen.getByRole('article', { name: /AI assistant/ });

    await act(() => {
      chat.happens(answered('Anything that breaks is replaced.', { replyTo: 'question' }));
      chat.answer.value = null;
    });

    expect(await screen.findByText('Anything that breaks is replaced.')).not.toBeNull();
    expect(screen.getByRole('article', { name: /AI assistant/ })).toBe(row);
  });

  test('can be stopped while it is written, and only then', async () => {
    const chat = fakeChat(started, question);
    const stop = vi.spyOn(chat, 'stopAnswer');
    waitingFor(chat);

    await userEvent.click(screen.getByRole('button', { name: 'Stop answer' }));
    expect(stop).toHaveBeenCalledOnce();
    await act(() => {
      chat.answer.value = null;
    });

    expect(screen.queryByRole('button', { name: 'Stop answer' })).toBeNull();
  });

  test('shows dots after 600 ms, a line after 8 s, and gives up after 30 s', async () => {
    vi.useFakeTimers();
    const chat = fakeChat(started, question);
    const again = vi.spyOn(chat, 'answerAgain');
    waitingFor(chat);
    const dots = () => document.querySelector('.dots:not(.quiet)');
    expect(dots()).toBeNull();

    await act(() => void vi.advanceTimersByTime(601));
    expect(dots()).not.toBeNull();
    await act(() => void vi.advanceTimersByTime(7400));
    expect(screen.getByText('Still working on it…')).not.toBeNull();
    await act(() => void vi.advanceTimersByTime(22_000));

    expect(screen.getByText('I couldn’t finish that answer.')).not.toBeNull();
    screen.getByRole('button', { name: 'Try again' }).click();
    expect(again).toHaveBeenCalledWith('question');
  });
});

describe('an answer that failed', () => {
  const failure: ConversationEvent = { type: 'message-failed', id: 'question', code: 'answer' };

  test('offers to try again or to talk to a person', async () => {
    const chat = fakeChat(started, question, failure);
    const again = vi.spyOn(chat, 'answerAgain');
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);
    const log = within(screen.getByRole('log'));

    expect(log.getByText('I couldn’t finish that answer.')).not.toBeNull();
    await userEvent.click(log.getByRole('button', { name: 'Try again' }));
    await userEvent.click(log.getByRole('button', { name: 'Talk to a person' }));

    expect(again).toHaveBeenCalledWith('question');
    expect(request).toHaveBeenCalledOnce();
  });

  test('offers nothing any more once a person was asked for', () => {
    renderPanel(fakeChat(started, question, failure, requested()));

    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('an answer that found nothing', () => {
  const miss = answered('I couldn’t find that.', {
    actions: [{ type: 'ask-again' }, { type: 'hand-off' }],
  });

  test('offers other words, with the question ready to be changed', async () => {
    const chat = fakeChat(started, question, miss);
    renderPanel(chat);

    const replies = screen.getByRole('group', { name: 'Quick replies' });
    await userEvent.click(within(replies).getByRole('button', { name: 'Try other words' }));

    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
    expect(document.activeElement).toBe(field);
    await waitFor(() =>
      expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('Broken teapot'),
    );
  });

  test('offers a person first when that is what the agent says', () => {
    const actions = [{ type: 'hand-off' as const }, { type: 'ask-again' as const }];
    renderPanel(fakeChat(started, question, answered('No.', { actions })));

    const replies = within(screen.getByRole('group', { name: 'Quick replies' }));
    expect(replies.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Talk to a person',
      'Try other words',
    ]);
  });

  test('offers nothing any more once something follows it', () => {
    renderPanel(fakeChat(started, question, miss, asked('Something else', '10:44')));

    expect(screen.queryByRole('group', { name: 'Quick replies' })).toBeNull();
  });
});
