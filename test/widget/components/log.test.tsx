import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import {
  agentSaid,
  answered,
  asked,
  cancelled,
  ended,
  joined,
  left,
  requested,
  started,
  waiting,
} from '../chat-events.ts';
import { fakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

const inLine = [started, asked('Refund, please'), requested(), ...waiting(2)];

describe('messages', () => {
  test('are named by who said them and when', () => {
    renderPanel(
      fakeChat(
        started,
        asked('Hello'),
        answered('Hi.'),
        ...inLine.slice(1),
        ...joined(),
        agentSaid('Maya here'),
      ),
    );

    const names = screen
      .getAllByRole('article')
      .map((article) => article.getAttribute('aria-label')?.replace(/[\d:]+\s?[AP]M/, '{time}'));
    expect(names).toEqual([
      'You, {time}',
      'Finch, AI assistant, {time}',
      'You, {time}',
      'Maya Okafor, person, {time}',
    ]);
  });

  test('of one speaker within five minutes stand together, later ones apart', () => {
    renderPanel(
      fakeChat(
        ...inLine,
        ...joined(),
        agentSaid('One', '10:46'),
        agentSaid('Two', '10:48'),
        agentSaid('Three', '10:55'),
      ),
    );

    const groups = screen.getAllByRole('article', { name: /person/ });
    expect(groups.map((group) => within(group).getAllByText(/^(One|Two|Three)$/).length)).toEqual([
      2, 1,
    ]);
  });

  test('begin with the day', () => {
    renderPanel(fakeChat(started, asked('Hello')));

    expect(screen.getAllByText('Today')).toHaveLength(1);
  });

  test('of a customer are text, whatever is in them', () => {
    renderPanel(fakeChat(started, asked('<img src=x onerror=alert(1)> https://shop.example')));

    expect(screen.getByText(/<img src=x/)).not.toBeNull();
    expect(screen.getByRole('link', { name: /shop/ }).getAttribute('href')).toBe(
      'https://shop.example/',
    );
  });
});

describe('what happens to the chat is told in a line', () => {
  test.each([
    [
      'waiting',
      [...inLine],
      'You asked for a person. We shared this chat and a summary with the team.',
    ],
    [
      'joined',
      [...inLine, ...joined('Maya Okafor')],
      'Maya Okafor joined the chat. Maya is a person on the support team.',
    ],
    [
      'joined without a name',
      [...inLine, ...joined('')],
      'A person from the support team joined the chat.',
    ],
    [
      'passed on',
      [...inLine, ...joined('Maya'), ...joined('Jonas').slice(1)],
      'Maya passed this chat to Jonas.',
    ],
    [
      'passed on by somebody whose name is hidden',
      [...inLine, ...joined(''), ...joined('Jonas').slice(1)],
      'Jonas joined the chat. Jonas is a person on the support team.',
    ],
    [
      'left',
      [...inLine, ...joined('Maya'), left()],
      'Maya left the chat. Someone else on the team will continue here.',
    ],
    [
      'ended by the person',
      [...inLine, ...joined('Maya'), ended()],
      'Maya ended this chat. You’re talking to Finch, an AI assistant, again.',
    ],
    [
      'ended by the customer',
      [...inLine, ...joined('Maya'), ended('customer')],
      'You ended this chat. You’re talking to Finch, an AI assistant, again.',
    ],
    [
      'cancelled',
      [...inLine, cancelled],
      'You cancelled the request. You’re talking to Finch, an AI assistant.',
    ],
  ])('%s', (_what, events, words) => {
    renderPanel(fakeChat(...events));

    const lines = [...document.querySelectorAll('.notice p')].map((line) => line.textContent);
    expect(lines.at(-1)).toContain(words);
  });

  test('a summary that was not made is not claimed', () => {
    renderPanel(fakeChat(started, asked('Refund'), requested(), ...waiting(2, '10:43', null)));

    expect(screen.getByText(/We shared this chat with the team/)).not.toBeNull();
  });

  test('the thread is dashed with the AI agent, dotted while waiting, solid with a person, gone at the end', () => {
    renderPanel(
      fakeChat(
        started,
        asked('Hello'),
        answered('Hi'),
        requested(),
        ...waiting(3),
        ...joined(),
        agentSaid('Hi!'),
        ended(),
        asked('One more thing', '10:54'),
      ),
    );

    const rails = [...document.querySelectorAll<HTMLElement>('.item')].map(
      (item) => item.dataset.rail,
    );
    expect(rails).toEqual(['ai', 'ai', 'wait', 'human', 'human', 'end', 'ai']);
  });
});

describe('walking with the keyboard', () => {
  test('arrow keys, Home and End go from message to message', async () => {
    renderPanel(fakeChat(started, asked('One'), answered('Two'), asked('Three', '10:50')));
    const articles = screen.getAllByRole('article');

    screen.getByRole('log', { name: 'Conversation' }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(articles[2]);
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(articles[1]);
    await userEvent.keyboard('{Home}');
    expect(document.activeElement).toBe(articles[0]);
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toBe(articles[2]);
  });

  test('only the links of the message one is at are in the Tab order', async () => {
    renderPanel(
      fakeChat(
        started,
        asked('https://one.example'),
        answered('Hm'),
        asked('https://two.example', '10:50'),
      ),
    );
    const [first, second] = screen.getAllByRole('link', { name: /example/ });
    expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0]);

    screen.getByRole('log', { name: 'Conversation' }).focus();
    await userEvent.keyboard('{Home}');

    await waitFor(() => expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1]));
  });
});

test('the sources of an answer that is not the one at hand are out of the Tab order', async () => {
  const citations = [{ number: 1, title: 'Damaged', url: 'https://help.example/1' }];
  renderPanel(
    fakeChat(started, asked('One'), answered('Two [1]', { citations }), asked('Three', '10:50')),
  );

  const source = await screen.findByRole('link', { name: 'Source 1: Damaged' });

  expect(source.tabIndex).toBe(-1);
});

describe('what is new', () => {
  const withPerson = [...inLine, ...joined(), agentSaid('One', '10:46'), agentSaid('Two', '10:52')];

  test('is marked when the customer comes back', () => {
    const chat = fakeChat(...withPerson);
    chat.unread.value = 1;
    renderPanel(chat);

    const log = screen.getByRole('log');
    expect(log.textContent).toMatch(/One.*New.*Two/s);
  });

  test('is counted for a customer who reads further up, and one press leads there', async () => {
    const chat = fakeChat(...withPerson);
    const { view } = renderPanel(chat);
    expect(screen.queryByRole('button', { name: /latest/ })).toBeNull();

    view.isPinned.value = false;
    expect(await screen.findByRole('button', { name: 'Go to latest message' })).not.toBeNull();
    chat.unread.value = 2;
    await userEvent.click(await screen.findByRole('button', { name: '2 new messages' }));

    await waitFor(() =>
      expect(screen.queryByRole('button', { name: '2 new messages' })).toBeNull(),
    );
  });

  test('is seen only when the end is in view of somebody who is there', async () => {
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const chat = fakeChat(...withPerson);
    const seen = vi.spyOn(chat, 'markSeen');
    renderPanel(chat);
    expect(seen).not.toHaveBeenCalled();

    hasFocus.mockReturnValue(true);
    window.dispatchEvent(new Event('focus'));

    expect(seen).toHaveBeenCalled();
    hasFocus.mockRestore();
  });
});

test('a row that did not change is not drawn again when a message comes', async () => {
  const chat = fakeChat(started, asked('https://one.example'), answered('Two'));
  renderPanel(chat);
  const changes: Node[] = [];
  const first = screen.getAllByRole('article')[0] ?? document.body;
  const observer = new MutationObserver((records) =>
    changes.push(...records.map(({ target }) => target)),
  );
  observer.observe(screen.getByRole('log'), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

  chat.happens(answered('Three', { at: '10:50' }));
  await screen.findByRole('article', { name: /10:50/ });

  expect(changes.length).toBeGreaterThan(0);
  expect(changes.filter((node) => first.contains(node))).toEqual([]);
  observer.disconnect();
});
