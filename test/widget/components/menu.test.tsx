import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { isSoundOn } from '../../../widget/sound-choice.ts';
import { answered, asked, joined, requested, started, waiting } from '../chat-events.ts';
import { fakeChat, settings, type FakeChat } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

const asking = [started, asked('Broken teapot'), answered('Free of charge.')];
const inLine = [...asking, requested(), ...waiting(3)];
const withPerson = [...inLine, ...joined('Maya Okafor')];

async function openMenu(chat: FakeChat, circumstances = {}) {
  const rendered = renderPanel(chat, circumstances);
  await userEvent.click(screen.getByRole('button', { name: 'More options' }));
  await screen.findByRole('menu', { name: 'More options' });
  return rendered;
}

function items(): (string | null)[] {
  return [...document.querySelectorAll('[role^=menuitem]')].map(({ textContent }) => textContent);
}

describe('the menu', () => {
  test('offers what makes sense before anything was said', async () => {
    await openMenu(fakeChat());

    expect(items()).toEqual(['Privacy', 'Sound', 'Large window']);
  });

  test('offers to end the chat only while there is somebody to end it with', async () => {
    await openMenu(fakeChat(...withPerson));

    expect(items()).toEqual([
      'Download transcript',
      'Start a new chat',
      'End chat',
      'Privacy',
      'Sound',
      'Large window',
    ]);
  });

  test('has no large window on a phone and no privacy without an address', async () => {
    const chat = fakeChat(...asking);
    chat.settings.value = { ...settings, privacyUrl: undefined };
    await openMenu(chat, { isPhone: true });

    expect(items()).toEqual(['Download transcript', 'Start a new chat', 'Sound']);
  });

  test('is not there while it has nothing to offer', () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, privacyUrl: undefined };
    renderPanel(chat, { isPhone: true });

    expect(screen.queryByRole('button', { name: 'More options' })).toBeNull();
  });

  test('is walked with arrows, Home, End and first letters', async () => {
    await openMenu(fakeChat(...withPerson));
    const at = () => document.activeElement?.textContent;

    expect(at()).toBe('Download transcript');
    await userEvent.keyboard('{ArrowDown}');
    expect(at()).toBe('Start a new chat');
    await userEvent.keyboard('{End}');
    expect(at()).toBe('Large window');
    await userEvent.keyboard('{ArrowDown}');
    expect(at()).toBe('Download transcript');
    await userEvent.keyboard('p');
    expect(at()).toBe('Privacy');
  });

  test('closes with Escape alone, and the button has the focus again', async () => {
    const chat = fakeChat(...asking);
    await openMenu(chat);

    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('More options');
    expect(chat.isOpen.value).toBe(true);
  });

  test('makes the window large and small again', async () => {
    await openMenu(fakeChat());
    await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Large window' }));
    await waitFor(() => expect(document.querySelector('.panel.large')).not.toBeNull());

    await userEvent.click(screen.getByRole('button', { name: 'More options' }));

    const item = await screen.findByRole('menuitemcheckbox', { name: 'Large window' });
    expect(item.getAttribute('aria-checked')).toBe('true');
  });

  test('switches the sound off, which the browser remembers', async () => {
    onTestFinished(() => localStorage.clear());
    await openMenu(fakeChat());
    const sound = screen.getByRole('menuitemcheckbox', { name: 'Sound', checked: true });

    await userEvent.click(sound);

    expect(isSoundOn()).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'More options' }));
    await screen.findByRole('menuitemcheckbox', { name: 'Sound', checked: false });
  });

  test('speaks of no sound where only the AI agent answers', async () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, handoff: false };
    await openMenu(chat);

    expect(items()).toEqual(['Privacy', 'Large window']);
  });
});

describe('starting a new chat', () => {
  test('asks nothing when only the AI agent is there', async () => {
    const chat = fakeChat(...asking);
    const restart = vi.spyOn(chat, 'startNewChat');
    await openMenu(chat);

    await userEvent.click(screen.getByRole('menuitem', { name: 'Start a new chat' }));

    expect(restart).toHaveBeenCalledOnce();
  });

  test('asks first when it would end the chat with a person', async () => {
    const chat = fakeChat(...withPerson);
    const restart = vi.spyOn(chat, 'startNewChat');
    await openMenu(chat);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Start a new chat' }));

    await screen.findByRole('dialog', { name: 'Start a new chat?' });
    expect(screen.getByText('This ends your chat with Maya Okafor.')).not.toBeNull();
    expect(document.activeElement?.textContent).toBe('Keep this chat');
    expect(restart).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Start new chat' }));

    expect(restart).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks first when it would give up the place in line, and can be left alone', async () => {
    const chat = fakeChat(...inLine);
    const restart = vi.spyOn(chat, 'startNewChat');
    await openMenu(chat);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Start a new chat' }));

    await userEvent.click(await screen.findByRole('button', { name: 'Keep this chat' }));

    expect(restart).not.toHaveBeenCalled();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('More options');
  });
});

test('ending the chat with a person is confirmed', async () => {
  const chat = fakeChat(...withPerson);
  const end = vi.spyOn(chat, 'endChat');
  await openMenu(chat);
  await userEvent.click(screen.getByRole('menuitem', { name: 'End chat' }));

  await screen.findByRole('dialog', { name: 'End this chat?' });
  expect(end).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'End chat' }));

  expect(end).toHaveBeenCalledOnce();
});

test('while a sheet is open the rest of the panel cannot be reached', async () => {
  const chat = fakeChat(...withPerson);
  await openMenu(chat);
  await userEvent.click(screen.getByRole('menuitem', { name: 'End chat' }));
  const dialog = await screen.findByRole('dialog', { name: 'End this chat?' });

  expect(document.querySelector('.main')?.hasAttribute('inert')).toBe(true);
  expect(dialog.closest('[inert]')).toBeNull();
  expect(dialog.hasAttribute('aria-modal')).toBe(false);
});
