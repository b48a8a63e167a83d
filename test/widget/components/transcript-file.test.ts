import { expect, test } from 'vitest';
import { transcriptFile } from '../../../widget/components/transcript-file.ts';
import { loadTexts } from '../../../widget/language.ts';
import { agentSaid, answered, asked, joined, requested, started, waiting } from '../chat-events.ts';
import { conversationAfter } from '../fake-chat.ts';

await loadTexts('conversation');

const conversation = conversationAfter(
  started,
  asked('Broken teapot.\nOrder A-20417.', '10:42'),
  answered('**Free** of charge.', { at: '10:42' }),
  requested(),
  ...waiting(2),
  ...joined(),
  agentSaid('On its way.', '10:46'),
);

test('a transcript has one line per message, with time, speaker and role', () => {
  const { text } = transcriptFile(conversation, new Date());

  const lines = text.trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/^\[.*?\] /, ''))).toEqual([
    'You: Broken teapot. Order A-20417.',
    'Finch (AI assistant): Free of charge.',
    'Maya Okafor (person): On its way.',
  ]);
  expect(lines[0]).toMatch(/^\[\d{4}-\d\d-\d\d 10:42 [+-]\d\d:\d\d\] /);
});

test('a person whose name is hidden is the support team', () => {
  const { text } = transcriptFile(
    conversationAfter(started, agentSaid('Hello.', '10:46', '')),
    new Date(),
  );

  expect(text).toContain('] Support team (person): Hello.');
});

test('the file is named after the day', () => {
  const { name } = transcriptFile(conversation, new Date(2026, 10, 23, 12));

  expect(name).toBe('chat-2026-11-23.txt');
});
