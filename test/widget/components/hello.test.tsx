import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Hello } from '../../../widget/components/Hello.tsx';
import { loadTexts } from '../../../widget/language.ts';

await loadTexts('later');

function show() {
  onTestFinished(cleanup);
  const open = vi.fn<() => void>();
  const dismiss = vi.fn<() => void>();
  const message = 'Looking for a teapot?';
  render(<Hello assistant="Finch" position="right" {...{ message, open, dismiss }} />);
  return { open, dismiss };
}

test('what the AI agent says first tells who is speaking, and takes no focus', () => {
  show();

  const bubble = screen.getByRole('region', { name: 'Message from Finch, AI assistant' });
  expect(bubble.textContent).toContain('AI assistant');
  expect(bubble.textContent).toContain('Looking for a teapot?');
  expect(document.activeElement).toBe(document.body);
});

test('it can be answered or sent away, with one button each', async () => {
  const { open, dismiss } = show();
  expect(screen.getAllByRole('button')).toHaveLength(2);

  await userEvent.click(screen.getByRole('button', { name: 'Ask a question…' }));
  expect(open).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss message' }));

  expect(dismiss).toHaveBeenCalledOnce();
});
