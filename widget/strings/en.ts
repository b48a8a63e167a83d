import { conversationTexts } from './en/conversation.ts';
import { panelTexts } from './en/panel.ts';
import { richTexts } from './en/rich.ts';

/**
 * Every text the widget shows or says, in English. `{name}` is filled in; an object is chosen by the plural category of
 * `count` (`Intl.PluralRules`). The words "AI assistant" stay whatever the assistant is called: people must be told.
 */
export const en = { ...panelTexts, ...conversationTexts, ...richTexts };
