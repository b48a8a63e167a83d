/* All that a conversation needs beyond an empty panel, in one file. */
export { Cards } from './Cards.tsx';
export { LogButtons } from './LogButtons.tsx';
export { Thread } from './Thread.tsx';
