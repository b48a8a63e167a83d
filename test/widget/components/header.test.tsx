import { screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { asked, ended, joined, left, requested, started, waiting } from '../chat-events.ts';
import { fakeChat, settings } from '../fake-chat.ts';
import { renderPanel } from './render-panel.tsx';

const inLine = [started, asked('Refund, please'), requested(), ...waiting(2)];

describe('who is speaking', () => {
  test('the AI agent is called an AI assistant before anything is said', () => {
    renderPanel(fakeChat());

    expect(screen.getByRole('heading', { level: 2, name: 'Finch' })).not.toBeNull();
    expect(screen.getByText('AI assistant')).not.toBeNull();
  });

  test('while a customer waits for a person the AI assistant is paused', () => {
    renderPanel(fakeChat(...inLine));

    expect(screen.getByText('AI assistant · paused')).not.toBeNull();
  });

  test('a person is shown by name and as a person', () => {
    renderPanel(fakeChat(...inLine, ...joined('Maya Okafor')));

    const header = screen.getByRole('heading', { level: 2, name: 'Maya Okafor' }).closest('header');
    expect(header).not.toBeNull();
    expect(within(header ?? document.body).getByText('Person')).not.toBeNull();
    expect(screen.queryByText('AI assistant')).toBeNull();
  });

  test('when the person has left, no name is claimed', () => {
    renderPanel(fakeChat(...inLine, ...joined(), left()));

    expect(screen.getByRole('heading', { level: 2, name: 'Support team' })).not.toBeNull();
  });

  test('a chat that could not be loaded claims no name and offers nothing', () => {
    const chat = fakeChat();
    chat.settings.value = null;
    renderPanel(chat);

    expect(screen.getByRole('heading', { level: 2, name: 'Chat' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'More options' })).toBeNull();
    expect(screen.queryByTestId('handoff')).toBeNull();
  });
});

describe('the way to a person', () => {
  test('is one press away while the AI agent is in charge', async () => {
    const chat = fakeChat();
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);

    await userEvent.click(screen.getByRole('button', { name: 'Talk to a person' }));

    expect(request).toHaveBeenCalledOnce();
  });

  test('is busy while the request is on its way, and a second press does nothing', async () => {
    const chat = fakeChat(started, asked('Hello'), requested());
    const request = vi.spyOn(chat, 'requestHandoff');
    renderPanel(chat);

    const button = screen.getByRole('button', { name: 'Connecting…' });
    await userEvent.click(button);

    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(request).not.toHaveBeenCalled();
  });

  test('says so when connecting takes longer than eight seconds', () => {
    const chat = fakeChat(started, asked('Hello'), requested());
    chat.handoffSince.value = Date.now() - 8001;
    renderPanel(chat);

    expect(screen.getByRole('button', { name: 'Still connecting…' })).not.toBeNull();
  });

  test('is gone while waiting and with a person, and back afterwards', () => {
    const chat = fakeChat(...inLine);
    renderPanel(chat);
    expect(screen.queryByTestId('handoff')).toBeNull();

    chat.happens(...joined(), ended());

    return screen.findByRole('button', { name: 'Talk to a person' });
  });

  test('is absent on a site that answers from knowledge only', () => {
    const chat = fakeChat();
    chat.settings.value = { ...settings, handoff: false };
    renderPanel(chat);

    expect(screen.queryByTestId('handoff')).toBeNull();
    expect(screen.queryByText(/switch to a person/)).toBeNull();
  });
});
