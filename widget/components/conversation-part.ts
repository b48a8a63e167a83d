/* All that is seen of a conversation with the AI agent, beyond an empty panel. */
export { Cards } from './Cards.tsx';
export { LogButtons } from './LogButtons.tsx';
export { Thread } from './Thread.tsx';
