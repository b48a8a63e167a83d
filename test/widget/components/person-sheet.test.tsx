import { act, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { newConversation } from '../../../src/conversation/new-conversation.ts';
import type { WidgetSettings } from '../../../src/protocol/routes.ts';
import { answered, asked, joined, requested, started, waiting } from '../chat-events.ts';
import { fakeChat, settings, type FakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

const asking = [started, asked('Broken teapot'), answered('Free of charge.')];
const inLine = [...asking, requested(), ...waiting(3)];
const away: Partial<WidgetSettings> = { team: { state: 'away' }, tickets: true, offline: 'ticket' };
const SUMMARY = 'Teapot arrived broken.';

/** A chat on a site with these settings, whose summary is made at once. */
function chatWith(changed: Partial<WidgetSettings>, events = asking): FakeChat {
  const chat = fakeChat(...events);
  chat.settings.value = { ...settings, ...changed };
  vi.spyOn(chat, 'previewSummary').mockResolvedValue(SUMMARY);
  return chat;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const sheet = async (name: string) => within(await screen.findByRole('dialog', { name }));
const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Email' });

describe('talking to a person', () => {
  test.each<[string, Partial<WidgetSettings>]>([
    ['people are online and nothing is asked', {}],
    ['nobody knows who is online', { team: { state: 'unknown' } }],
  ])('goes straight through where %s', async (_case, changed) => {
    const chat = chatWith(changed);
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);

    await press('Talk to a person');

    expect(request).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('shows first what will be shared, where the site wants that', async () => {
    const chat = chatWith({ preview: 'always', usualWaitMinutes: 3 });
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);

    await press('Talk to a person');

    const dialog = await sheet('Talk to a person');
    expect(dialog.getByText('Two people are online')).not.toBeNull();
    expect(await dialog.findByText('A reply usually takes about 3 minutes.')).not.toBeNull();
    expect(dialog.getByRole('heading', { name: 'Summary for the team' })).not.toBeNull();
    expect(await dialog.findByText(SUMMARY)).not.toBeNull();
    await userEvent.click(dialog.getByText('Full chat, 2 messages'));
    expect(dialog.getByText('Broken teapot')).not.toBeNull();
    expect(email().getAttribute('aria-required')).toBe('false');
    expect(request).not.toHaveBeenCalled();
    await press('Share and connect');
    expect(request.mock.calls).toEqual([[{ contact: {}, summary: undefined }]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('can be given up for the assistant, and what was typed stays', async () => {
    const chat = chatWith({ preview: 'always' });
    renderPanel(chat);
    const button = screen.getByRole('button', { name: 'Talk to a person' });
    await userEvent.click(button);
    await sheet('Talk to a person');
    await userEvent.type(email(), 'ana@');

    await press('Keep chatting with Finch');

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
    await userEvent.click(button);
    await sheet('Talk to a person');
    expect(email().value).toBe('ana@');
  });

  test('leads back to the chat with Escape', async () => {
    const chat = chatWith({ preview: 'always' });
    renderPanel(chat);
    await press('Talk to a person');
    await sheet('Talk to a person');

    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(chat.isOpen.value).toBe(true);
  });

  test('the summary can be put into the customer’s own words', async () => {
    const chat = chatWith({ preview: 'always' });
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);
    await press('Talk to a person');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', {
      name: 'Summary for the team',
    });
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe(SUMMARY);

    await userEvent.type(field, ' I want a refund.');
    await press('Share and connect');

    const summary = `${SUMMARY} I want a refund.`;
    expect(request.mock.calls).toEqual([[{ contact: {}, summary }]]);
  });

  test('a summary that was emptied is ours again', async () => {
    const chat = chatWith({ preview: 'always' });
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);
    await press('Talk to a person');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));

    await userEvent.clear(screen.getByRole('textbox', { name: 'Summary for the team' }));
    await press('Share and connect');

    expect(request.mock.calls).toEqual([[{ contact: {}, summary: undefined }]]);
  });

  test('without a summary there is still the chat to look at', async () => {
    const chat = chatWith({ preview: 'always' });
    vi.spyOn(chat, 'previewSummary').mockResolvedValue(null);
    renderPanel(chat);
    await press('Talk to a person');

    const dialog = await sheet('Talk to a person');

    await waitFor(() => expect(dialog.queryByText('Summary for the team')).toBeNull());
    expect(dialog.getByText('Full chat, 2 messages')).not.toBeNull();
  });

  test('before anything was said there is nothing to show', async () => {
    const chat = chatWith({ preview: 'always' }, []);
    renderPanel(chat);
    await press('Talk to a person');

    const dialog = await sheet('Talk to a person');

    expect(dialog.queryByText(/Full chat/)).toBeNull();
    expect(chat.previewSummary).not.toHaveBeenCalled();
  });

  test('what the site asks for has to be said, and is said where it is wrong', async () => {
    const chat = chatWith({ ask: ['name', 'email'] });
    const request = vi.spyOn(chat, 'requestHandoff');
    const { alert } = renderPanel(chat);
    await press('Talk to a person');
    const dialog = await sheet('Talk to a person');

    await press('Share and connect');

    expect(request).not.toHaveBeenCalled();
    const name = dialog.getByRole('textbox', { name: 'Name' });
    expect(document.activeElement).toBe(name);
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(dialog.getByText('Enter Name.')).not.toBeNull();
    expect(dialog.getByText('Enter an email, like name@example.com.')).not.toBeNull();
    expect(alert).toHaveBeenCalledWith('Enter Name.');
    await userEvent.type(name, 'Ana');
    await userEvent.type(email(), 'ana@example.com{Enter}');
    expect(request.mock.calls[0]?.[0]?.contact).toEqual({ name: 'Ana', email: 'ana@example.com' });
  });

  test('what was said once is not asked for again', async () => {
    const chat = chatWith({ ask: ['email'] });
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);
    await press('Talk to a person');
    await sheet('Talk to a person');
    await userEvent.type(email(), 'ana@example.com{Enter}');

    await press('Talk to a person');

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(request).toHaveBeenCalledTimes(2);
    expect(request).toHaveBeenLastCalledWith({ contact: { email: 'ana@example.com' } });
  });

  test('an address that nobody asked for is still looked at', async () => {
    const chat = chatWith({ preview: 'always' });
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);
    await press('Talk to a person');
    await sheet('Talk to a person');

    await userEvent.type(email(), 'ana@example');
    await press('Share and connect');

    expect(screen.getByText('Enter an email, like name@example.com.')).not.toBeNull();
    expect(document.activeElement).toBe(email());
    expect(request).not.toHaveBeenCalled();
  });

  test('is over as soon as another tab has asked', async () => {
    const chat = chatWith({ preview: 'always' });
    renderPanel(chat);
    await press('Talk to a person');
    await sheet('Talk to a person');

    await act(() => chat.happens(requested()));

    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('while the team is away', () => {
  test('a request with an address is left as a ticket', async () => {
    const chat = chatWith({ ...away, team: { state: 'away', backAt: '2126-11-25T09:00:00Z' } });
    const leave = vi.spyOn(chat, 'leaveTicket');
    renderPanel(chat);
    await press('Talk to a person');
    const dialog = await sheet('Talk to a person');
    expect(dialog.getByText('The team is away')).not.toBeNull();
    expect(await dialog.findByText(/^Back .+ You can leave a message\.$/)).not.toBeNull();

    await userEvent.type(email(), 'ana@example.com');
    await press('Send to the team');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(leave.mock.calls).toEqual([
      [{ contact: { email: 'ana@example.com' }, summary: undefined }],
    ]);
  });

  test('a request without one waits in line', async () => {
    const chat = chatWith(away);
    const leave = vi.spyOn(chat, 'leaveTicket');
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);
    await press('Talk to a person');
    await sheet('Talk to a person');

    await press('Send to the team');

    expect(request).toHaveBeenCalledOnce();
    expect(leave).not.toHaveBeenCalled();
  });

  test('the site may keep people in line all the same', async () => {
    const chat = chatWith({ ...away, offline: 'queue' });
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);
    await press('Talk to a person');
    await sheet('Talk to a person');

    await userEvent.type(email(), 'ana@example.com');
    await press('Send to the team');

    expect(request.mock.calls[0]?.[0]?.contact).toEqual({ email: 'ana@example.com' });
  });
});

describe('leaving an email', () => {
  const onlyTickets = { handoff: false, tickets: true };

  test('is what the button leads to where no person answers here', async () => {
    const chat = chatWith(onlyTickets);
    const leave = vi.spyOn(chat, 'leaveTicket');
    renderPanel(chat);
    await press('Talk to a person');

    const dialog = await sheet('Leave your email');
    expect(document.activeElement).toBe(email());
    expect(await dialog.findByText(SUMMARY)).not.toBeNull();
    await press('Send to the team');
    expect(dialog.getByText('Enter an email, like name@example.com.')).not.toBeNull();
    expect(leave).not.toHaveBeenCalled();
    await userEvent.type(email(), 'ana@example.com');
    await press('Send to the team');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(leave).toHaveBeenCalledOnce();
  });

  test('says while it is sent, and takes no second press', async () => {
    const chat = chatWith(onlyTickets);
    const leave = vi.spyOn(chat, 'leaveTicket').mockReturnValue(new Promise(() => {}));
    renderPanel(chat);
    await press('Talk to a person');
    await sheet('Leave your email');
    await userEvent.type(email(), 'ana@example.com');

    await press('Send to the team');
    await press('Sending…');

    expect(leave).toHaveBeenCalledOnce();
  });

  test('that failed keeps what was typed and can be sent again', async () => {
    const chat = chatWith(onlyTickets);
    const leave = vi
      .spyOn(chat, 'leaveTicket')
      .mockRejectedValueOnce(new TypeError('offline'))
      .mockResolvedValueOnce();
    const { alert } = renderPanel(chat);
    await press('Talk to a person');
    const dialog = await sheet('Leave your email');
    await userEvent.type(email(), 'ana@example.com');
    await press('Send to the team');

    const failed = 'We couldn’t reach the support team. Your chat is safe.';
    expect(await dialog.findByText(failed)).not.toBeNull();
    expect(alert).toHaveBeenCalledWith(failed);
    expect(email().value).toBe('ana@example.com');
    await press('Try again');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(leave).toHaveBeenCalledTimes(2);
  });

  test('is over as soon as somebody is there', async () => {
    const chat = chatWith({ tickets: true }, inLine);
    const { view } = renderPanel(chat);
    await act(() => void (view.dialog.value = 'email'));
    await sheet('Leave your email');
    expect(screen.queryByText('Summary for the team')).toBeNull();

    await act(() => chat.happens(...joined()));

    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a wish for a person in words', () => {
  const heard = answered('I can pass you on to the team.', {
    actions: [{ type: 'hand-off', isWanted: true }],
  });

  test('leads where the button does, and the button stays', async () => {
    const chat = chatWith(away, [...asking, asked('A person, please')]);
    renderPanel(chat);

    await act(() => chat.happens(heard));

    await sheet('Talk to a person');
    await press('Keep chatting with Finch');
    const replies = within(screen.getByRole('group', { name: 'Quick replies' }));
    expect(replies.getByRole('button', { name: 'Talk to a person' })).not.toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is heard although what shows it was loaded after it', async () => {
    const chat = chatWith(away);
    const { value: before } = chat.conversation;
    chat.conversation.value = newConversation('');
    chat.isUnderWay.value = false;
    renderPanel(chat);

    await act(() => {
      chat.conversation.value = before;
      chat.happens(asked('A person, please'), heard);
      chat.isUnderWay.value = true;
    });

    expect(await screen.findByRole('dialog', { name: 'Talk to a person' })).not.toBeNull();
  });

  test('interrupts nobody who writes already, and is no news after a reload', async () => {
    const chat = chatWith(away, [...asking, asked('A person, please')]);
    chat.draft.value = 'It is about';
    const first = renderPanel(chat);

    await act(() => chat.happens(heard));
    expect(screen.queryByRole('dialog')).toBeNull();
    first.unmount();
    chat.draft.value = '';
    renderPanel(chat);

    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('where only articles answer, nothing leads to a person', () => {
  const chat = chatWith({ handoff: false, tickets: false });
  renderPanel(chat);

  expect(screen.queryByRole('button', { name: 'Talk to a person' })).toBeNull();
  expect(screen.queryByText(/person/i)).toBeNull();
});
