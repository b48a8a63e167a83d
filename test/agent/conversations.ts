import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { AnswerPart } from '../../src/agent/agent.ts';
import type { Prompt } from '../../src/agent/model.ts';
import type { Found } from '../../src/knowledge/search.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import type { Message } from '../../src/protocol/message.ts';
import { Settings } from '../../src/protocol/settings.ts';

let messages = 0;

export function customer(body: string): Message {
  messages += 1;
  const id = `customer-${messages}`;
  return {
    id,
    author: { kind: 'customer' },
    at: '2026-11-23T10:00:00.000Z',
    body,
    format: 'plain',
  };
}

export function answer(to: Message, body: string, more: Partial<Message> = {}): Message {
  return {
    id: `answer-to-${to.id}`,
    author: { kind: 'ai-agent', name: 'Finch' },
    at: '2026-11-23T10:00:01.000Z',
    body,
    format: 'markdown',
    replyTo: to.id,
    ...more,
  };
}

export function miss(to: Message): Message {
  return answer(to, 'I couldn’t find that in the Help Center.', {
    actions: [{ type: 'ask-again' }, { type: 'hand-off' }],
  });
}

export function conversation(said: readonly Message[] = [], locale = 'en'): Conversation {
  return {
    ...newConversation('conversation-1'),
    locale,
    seq: said.length,
    entries: said.map((message, index) => ({ kind: 'message', seq: index + 1, message })),
  };
}

export const settings = Settings.parse({ assistant: { name: 'Finch', company: 'Alder & Finch' } });
export const settingsWithoutPerson = Settings.parse({
  assistant: { name: 'Finch', company: 'Alder & Finch' },
  handoff: { to: 'off' },
});

export function found(title: string, text = 'Some text, such as 30 days.'): Found {
  const url = `https://help.example/${encodeURIComponent(title)}`;
  return {
    passage: { articleId: title, locale: 'en', title, url, heading: '', text },
    score: 1,
    coverage: 1,
  };
}

/** What a model is told, with nothing to go by but what is given. */
export function prompt(given: Partial<Prompt> = {}): Prompt {
  return {
    conversationId: 'conversation-1',
    question: 'Can I return it?',
    turns: [],
    passages: [],
    assistant: 'Finch',
    company: 'Alder & Finch',
    locale: 'en',
    guidance: settings.assistant,
    canHandOff: true,
    search: async () => [],
    ...given,
  };
}

/** Everything the agent said, joined, and what came with it. */
export async function heard(parts: AsyncIterable<AnswerPart>) {
  const all: AnswerPart[] = [];
  for await (const part of parts) all.push(part);
  const done = all.find((part) => part.type === 'done');
  return {
    text: all.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    types: all.map(({ type }) => type),
    citations: done?.citations.map(({ number, title }) => `${number} ${title}`) ?? [],
    actions: done?.actions.map(({ type }) => type) ?? [],
  };
}
