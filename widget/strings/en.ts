import { texts as conversation } from './en/conversation.ts';
import { texts as later } from './en/later.ts';
import { texts as panel } from './en/panel.ts';

/**
 * Every text the widget shows or says, in English. `{name}` is filled in; an object is chosen by the plural category of
 * `count` (`Intl.PluralRules`). The words "AI assistant" stay whatever the assistant is called: people must be told.
 */
export const en = { ...panel, ...conversation, ...later };
