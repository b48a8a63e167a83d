import { conversationTexts } from './strings/en/conversation.ts';
import { addTexts } from './translate.ts';

/* To be imported by whatever is loaded later and has words of its own. */
addTexts(conversationTexts);
