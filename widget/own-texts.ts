import type { Plural, SomeTexts, TextKey } from './strings/texts.ts';

/** Customers must be told that an AI assistant answers: what tells them stays as it is, whatever else a site says. */
const KEPT: ReadonlySet<string> = new Set<TextKey>([
  'role.ai',
  'role.ai.paused',
  'role.ai.tag',
  'welcome.lead',
  'welcome.lead.knowledge',
  'chat.description.ai',
  'message.name.ai',
  'notice.cancelled.text',
  'notice.back',
  'transcript.ai',
  'say.answer',
  'hello.name',
  'composer.mistakes',
]);

/** What a site wants to say in its own words, by key; the last source wins. What cannot be meant is left out. */
export function ownTexts(...sources: unknown[]): SomeTexts {
  const entries = sources.flatMap((source) =>
    Object.entries(typeof source === 'object' && source !== null ? source : {}),
  );
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string | Plural] => !KEPT.has(entry[0]) && isText(entry[1]),
    ),
  );
}

function isText(text: unknown): text is string | Plural {
  if (typeof text === 'string') return true;
  return (
    typeof text === 'object' &&
    text !== null &&
    'other' in text &&
    Object.values(text).every((form) => typeof form === 'string')
  );
}
