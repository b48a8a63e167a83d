import { act, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationEvent } from '../../../src/protocol/event.ts';
import { loadTexts } from '../../../widget/language.ts';
import { Refusal } from '../../../widget/refusal.ts';
import {
  Avatar,
  Carousel,
  FormMessage,
  ItemList,
  Lightbox,
  RichMessage,
} from '../../../widget/components/rich/lazy-rich.tsx';
import { asked, ended, joined, requested, started, today, waiting } from '../chat-events.ts';
import { fakeChat, type FakeChat } from '../fake-chat.ts';
import {
  agentSent,
  buttons,
  customerAnswered,
  fields,
  image,
  items,
  media,
  replies,
} from '../rich-events.ts';
import { renderPanel } from './render-panel.tsx';

await Promise.all([
  loadTexts('later'),
  ...[RichMessage, Carousel, ItemList, FormMessage, Lightbox, Avatar].map((part) => part.preload()),
]);

const live = [started, asked('Hello'), requested(), ...waiting(2), ...joined()];
const picture = new Blob(['bytes'], { type: 'image/png' });

beforeEach(() => {
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => {};
});

/** A chat with a person, whose files are there. */
function chatWith(...events: ConversationEvent[]): FakeChat {
  return Object.assign(fakeChat(...live, ...events), { fetchFile: async () => picture });
}

describe('words', () => {
  test('that an agent set are drawn, whatever is in them is no HTML', () => {
    renderPanel(
      chatWith(
        agentSent({ id: 'm', format: 'markdown', body: '**Free** <img src=x onerror=alert(1)>' }),
      ),
    );

    expect(screen.getByText('Free').tagName).toBe('STRONG');
    expect(screen.getByText(/<img src=x/)).not.toBeNull();
    expect(document.querySelector('img')).toBeNull();
  });

  test('of content that cannot be shown say so', () => {
    renderPanel(chatWith(agentSent({ id: 'm', body: '?', content: { type: 'unsupported' } })));

    expect(screen.getByText('This message can’t be shown here.')).not.toBeNull();
  });

  test('of content from tomorrow are its own', () => {
    const event = agentSent({ id: 'm', body: 'A teapot, in words' });
    Object.assign(event, { message: { ...Object(event).message, content: { type: 'hologram' } } });

    renderPanel(chatWith(event));

    expect(screen.getByText('A teapot, in words')).not.toBeNull();
  });
});

describe('an image', () => {
  const sent = agentSent({ id: 'm', body: 'This one?', content: image });

  test('comes through the proxy and is described', async () => {
    const chat = chatWith(sent);
    const fetchFile = vi.spyOn(chat, 'fetchFile');
    renderPanel(chat);

    const shown = await screen.findByRole('img', { name: 'A moss green teapot on a table' });

    expect(shown.getAttribute('src')).toBe('blob:picture');
    expect(fetchFile).toHaveBeenCalledWith('image');
    expect(screen.getByText('This one?')).not.toBeNull();
  });

  test('without a description is called by its name, or by who sent it', async () => {
    const plain = { type: 'image', hasCaption: false } as const;
    renderPanel(
      chatWith(
        agentSent({ id: 'a', content: { ...plain, media: media('a', 'cat.png') } }),
        agentSent({ id: 'b', content: { ...plain, media: media('b', 'file') } }),
      ),
    );

    expect(await screen.findByRole('img', { name: 'cat.png' })).not.toBeNull();
    expect(await screen.findByRole('img', { name: 'Image from Maya Okafor' })).not.toBeNull();
  });

  test('opens in a dialog that Escape and Close leave, back to the image', async () => {
    renderPanel(chatWith(sent));
    const button = await screen.findByRole('button', { name: 'A moss green teapot on a table' });

    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog', { name: 'Image moss-teapot.png' });
    expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Close' }));
    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(button);
  });

  test('that does not come can be asked for again', async () => {
    const chat = chatWith(sent);
    const fetchFile = vi.spyOn(chat, 'fetchFile').mockRejectedValueOnce(new TypeError('offline'));
    renderPanel(chat);

    expect(await screen.findByText('moss-teapot.png')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('img')).not.toBeNull();
    expect(fetchFile).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['of a kind that is not handed out says so', 415, /can’t be shown here/, 0],
    ['on somebody’s own host is a link that names it', 403, /acme\.zendesk\.com/, 1],
  ])('%s', async (_, status, words, links) => {
    const chat = chatWith(sent);
    vi.spyOn(chat, 'fetchFile').mockRejectedValue(new Refusal(status, null, null));
    renderPanel(chat);

    expect(await screen.findByText(words)).not.toBeNull();
    expect(screen.queryAllByRole('link', { name: /moss-teapot/ })).toHaveLength(links);
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  });
});

test('a file is fetched when it is asked for, and saved under its name', async () => {
  const content = {
    type: 'file',
    media: media('f', 'label.pdf', 182_400),
    hasCaption: false,
  } as const;
  const chat = chatWith(agentSent({ id: 'm', content }));
  const fetchFile = vi.spyOn(chat, 'fetchFile');
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  renderPanel(chat);
  expect(fetchFile).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Download label.pdf' }));

  await waitFor(() => expect(click).toHaveBeenCalled());
  expect(click.mock.instances[0]).toMatchObject({ download: 'label.pdf' });
  expect(screen.getByText('182.4 kB')).not.toBeNull();
});

describe('buttons', () => {
  const sent = agentSent({ id: 'm', body: 'What now?', buttons });

  test('say their text as the customer, and to what it is the answer', async () => {
    const chat = chatWith(sent);
    const send = vi.spyOn(chat, 'send');
    renderPanel(chat);

    await userEvent.click(screen.getByRole('button', { name: 'Refund me' }));

    expect(send).toHaveBeenCalledWith('Refund me', { messageId: 'm', buttonId: '1' });
  });

  test('that lead somewhere are links that name the place and open a tab', () => {
    renderPanel(chatWith(sent));

    const link = screen.getByRole('link', { name: /Read about returns \(help\.example\)/ });

    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  test.each([
    ['one was used', customerAnswered('m', 'Refund me', '1')],
    ['the chat is over', ended()],
  ])('do nothing once %s', async (_, event) => {
    const chat = chatWith(sent, event);
    const send = vi.spyOn(chat, 'send');
    renderPanel(chat);
    const button = screen.getByRole('button', { name: 'Send a new one' });

    await userEvent.click(button);

    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByRole('link', { name: /Read about returns/ })).not.toBeNull();
  });

  test('do nothing while the answer is still on its way', async () => {
    const chat = chatWith(sent);
    renderPanel(chat);

    await act(() => {
      const response = { messageId: 'm', buttonId: '1' };
      chat.unsent.value = [
        { id: 'u', text: 'Refund me', at: today('10:47'), state: 'sending', response },
      ];
    });

    const button = screen.getByRole('button', { name: 'Send a new one' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
  });
});

describe('quick replies', () => {
  const sent = agentSent({ id: 'm', body: 'Shall I?', buttons: replies });

  test('stand above the text field and answer for the customer', async () => {
    const chat = chatWith(sent);
    const send = vi.spyOn(chat, 'send');
    renderPanel(chat);

    const group = screen.getByRole('group', { name: 'Quick replies' });
    await userEvent.click(within(group).getByRole('button', { name: 'Yes please' }));

    expect(send).toHaveBeenCalledWith('Yes please', { messageId: 'm', buttonId: '0' });
  });

  test.each([
    ['something newer is said', agentSent({ id: 'n', body: 'Never mind' })],
    ['one was given', customerAnswered('m', 'Yes please', '0')],
    ['the chat is over', ended()],
  ])('are gone when %s', (_, event) => {
    renderPanel(chatWith(sent, event));

    expect(screen.queryByRole('group', { name: 'Quick replies' })).toBeNull();
  });

  test('of a survey are called what they are', () => {
    const author = { kind: 'automatic', name: 'Shop' } as const;
    renderPanel(
      chatWith(agentSent({ id: 'm', author, content: { type: 'survey' }, buttons: replies })),
    );

    expect(screen.getByRole('group', { name: 'Rate this chat' })).not.toBeNull();
  });
});

describe('a carousel', () => {
  const sent = agentSent({
    id: 'm',
    content: { type: 'carousel', title: 'In stock', shape: 'square', items },
  });

  test('is a group of items, each with its place', () => {
    renderPanel(chatWith(sent));

    const group = screen.getByRole('group', { name: 'In stock' });

    expect(group.getAttribute('aria-roledescription')).toBe('carousel');
    expect(
      within(group)
        .getAllByRole('article')
        .map((item) => item.ariaLabel ?? item.getAttribute('aria-label')),
    ).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  test('is walked through by its buttons, to its ends', async () => {
    renderPanel(chatWith(sent));
    const back = screen.getByRole('button', { name: 'Previous item' });
    const on = screen.getByRole('button', { name: 'Next item' });
    expect(back.getAttribute('aria-disabled')).toBe('true');

    await userEvent.click(on);
    expect(back.getAttribute('aria-disabled')).toBe('false');
    await userEvent.click(on);

    expect(on.getAttribute('aria-disabled')).toBe('true');
  });

  test('is one message to the arrow keys', async () => {
    renderPanel(chatWith(sent));

    screen.getByRole('log').focus();
    await userEvent.keyboard('{End}{ArrowUp}');

    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^You, /);
  });

  test('answers by the buttons of its items', async () => {
    const chat = chatWith(sent);
    const send = vi.spyOn(chat, 'send');
    renderPanel(chat);

    const clay = screen.getByRole('article', { name: '2 of 3' });
    await userEvent.click(within(clay).getByRole('button', { name: 'Choose' }));

    expect(send).toHaveBeenCalledWith('Choose', { messageId: 'm', buttonId: '1.0' });
  });
});

test('a list has its items as rows', async () => {
  renderPanel(chatWith(agentSent({ id: 'm', content: { type: 'list', items } })));

  const rows = within(await screen.findByRole('list')).getAllByRole('listitem');

  expect(rows.map((row) => row.querySelector('b')?.textContent)).toEqual([
    'Moss teapot',
    'Clay teapot',
    'Chalk teapot',
  ]);
});

describe('a form', () => {
  const sent = agentSent({ id: 'm', content: { type: 'form', fields } });
  const answer = 'Postcode: BS1 4ST\nEmail: ana@example.com\nNumber of pieces: 2\nColour: Moss';

  test('is answered in words that an agent can read', async () => {
    const chat = chatWith(sent);
    const send = vi.spyOn(chat, 'send');
    renderPanel(chat);

    await userEvent.type(screen.getByRole('textbox', { name: 'Postcode' }), 'BS1 4ST');
    await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'ana@example.com');
    await userEvent.type(screen.getByRole('textbox', { name: 'Number of pieces' }), '2');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Colour' }), 'Moss');
    await userEvent.click(screen.getByRole('button', { name: 'Submit' }));

    expect(send).toHaveBeenCalledWith(answer, { messageId: 'm' });
  });

  test('says what is wrong with each answer, and leads to the first', async () => {
    const chat = chatWith(sent);
    const send = vi.spyOn(chat, 'send');
    renderPanel(chat);
    const postcode = screen.getByRole('textbox', { name: 'Postcode' });
    await userEvent.type(postcode, 'BS1');
    await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'ana@example');
    await userEvent.type(screen.getByRole('textbox', { name: 'Number of pieces' }), '2.5');

    await userEvent.click(screen.getByRole('button', { name: 'Submit' }));

    for (const words of [
      'Use at least 5 characters.',
      'Enter an email, like name@example.com.',
      'Enter a whole number.',
      'Enter Colour.',
    ]) {
      expect(screen.getByText(words)).not.toBeNull();
    }
    const problem = document.getElementById(postcode.getAttribute('aria-describedby') ?? '');
    expect(problem?.textContent).toBe('Use at least 5 characters.');
    expect(postcode.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(postcode);
    expect(send).not.toHaveBeenCalled();
  });

  test('that was answered shows the answers, and cannot be answered again', () => {
    renderPanel(chatWith(sent, customerAnswered('m', answer)));

    expect(screen.getByText('Sent', { selector: '.form-sent' })).not.toBeNull();
    expect(screen.getByText('BS1 4ST', { selector: 'dd *' })).not.toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Postcode' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull();
  });

  test('of a chat that is over cannot be filled in', async () => {
    const chat = chatWith(sent, ended());
    const send = vi.spyOn(chat, 'send');
    renderPanel(chat);

    await userEvent.click(screen.getByRole('button', { name: 'Submit' }));

    expect(screen.getByRole('textbox', { name: 'Postcode' }).hasAttribute('readonly')).toBe(true);
    expect(send).not.toHaveBeenCalled();
  });
});

test('a place has its name and a map to open', () => {
  const content = { type: 'location', latitude: 51.45, longitude: -2.58, name: 'Studio' } as const;
  renderPanel(chatWith(agentSent({ id: 'm', content })));

  const map = screen.getByRole('link', { name: /^Open map/ });

  expect(screen.getByText('Studio')).not.toBeNull();
  expect(map.getAttribute('href')).toContain('mlat=51.45&mlon=-2.58');
});

test('a deleted message leaves a line, and what Zendesk tells is one', () => {
  renderPanel(
    chatWith(
      agentSent({ id: 'm', body: 'secret' }),
      { type: 'message-removed', id: 'm' },
      agentSent({ id: 'a', content: { type: 'activity', activity: 'continues-by-email' } }),
    ),
  );

  const lines = [...document.querySelectorAll('.notice p')].map(({ textContent }) =>
    textContent?.trim(),
  );
  expect(lines.slice(-2)).toEqual([
    'This message was deleted.',
    'The support team will continue by email.',
  ]);
  expect(screen.queryByText('secret')).toBeNull();
});

test('a person is seen where they have a picture', async () => {
  const avatarUrl = 'https://acme.zendesk.com/maya.png';
  const chat = chatWith(
    { type: 'participant-changed', at: today('10:45'), agent: { name: 'Maya Okafor', avatarUrl } },
    agentSent({ id: 'm', body: 'Hi', author: { kind: 'agent', name: 'Maya Okafor', avatarUrl } }),
  );
  const fetchFile = vi.spyOn(chat, 'fetchFile');
  renderPanel(chat);

  await waitFor(() => expect(document.querySelectorAll('.person img')).toHaveLength(2));
  expect(fetchFile.mock.calls).toEqual([['m.avatar']]);
});
