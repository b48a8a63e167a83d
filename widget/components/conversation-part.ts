/* All that a conversation needs beyond an empty panel, in one file. */
export { Cards } from './Cards.tsx';
export { Connecting } from './Connecting.tsx';
export { LogButtons } from './LogButtons.tsx';
export { PersonSpeaker } from './PersonSpeaker.tsx';
export { Thread } from './Thread.tsx';
