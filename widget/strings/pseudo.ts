import { texts as conversation } from './en/conversation.ts';
import { texts as later } from './en/later.ts';
import { texts as panel } from './en/panel.ts';
import type { Part, Plural, SomeTexts } from './texts.ts';

/** `longer`: accented and 40 % longer, as the longest languages are. `right-to-left`: English words, run backwards. */
export type Pseudo = 'longer' | 'right-to-left';

const ENGLISH = { panel, conversation, later };
const PLACEHOLDER = /(\{\w+\})/;
const PLAIN = 'AaCcDdEeGgIiLlNnOoRrSsTtUuYyZz';
const ACCENTED = 'ÅåÇçĐđËëĜĝÎîĹĺÑñÖöŔŕŠšŢţÛûÝýŽž';
const RIGHT_TO_LEFT_OVERRIDE = '\u202e';
const END = '\u202c';

/** English in disguise: whoever reads it sees at once what is not in the catalogue, what is cut and what is not mirrored. */
export function pseudoTexts(part: Part, kind: Pseudo): SomeTexts {
  return Object.fromEntries(
    Object.entries<string | Plural>(ENGLISH[part]).map(([key, text]) => [
      key,
      disguised(text, kind),
    ]),
  );
}

function disguised(text: string | Plural, kind: Pseudo): string | Plural {
  if (typeof text === 'string') return kind === 'longer' ? longer(text) : backwards(text);
  const { other, one = other } = text;
  return kind === 'longer'
    ? { one: longer(one), other: longer(other) }
    : { one: backwards(one), other: backwards(other) };
}

function longer(text: string): string {
  const accented = aroundPlaceholders(text, (words) =>
    words.replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter),
  );
  const more = Math.max(1, Math.ceil(text.length * 0.4) - '[ ]'.length);
  return `[${accented} ${'~~~~ '.repeat(more).slice(0, more)}]`;
}

function backwards(text: string): string {
  return aroundPlaceholders(text, (words) => RIGHT_TO_LEFT_OVERRIDE + words + END);
}

function aroundPlaceholders(text: string, change: (words: string) => string): string {
  return text
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 && part ? change(part) : part))
    .join('');
}
