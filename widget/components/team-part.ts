/* What is seen of the team, in one file: whoever talks to the AI agent alone does not need it. */
export { Connecting } from './Connecting.tsx';
export { NoticeLine } from './NoticeLine.tsx';
export { PersonCards } from './PersonCards.tsx';
export { PersonNode } from './PersonNode.tsx';
export { PersonSpeaker } from './PersonSpeaker.tsx';
export { TypingRow } from './TypingRow.tsx';
export { queueText, ticketText } from './queue-text.ts';
