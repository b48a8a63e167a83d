import type { Response } from '../src/protocol/message-content.ts';
import type { KeptMessage } from './storage.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Keeps what the customer says, before anything can go wrong with it, and shows it to the other tabs.
 * @param last the message before it that is kept as well
 */
export function noteMessage(
  text: string,
  last: KeptMessage | undefined,
  { storage, tabs, clock, makeId }: Pick<Surroundings, 'storage' | 'tabs' | 'clock' | 'makeId'>,
  response?: Response,
): KeptMessage {
  // Different for each message, because it is their order.
  const at = Math.max(clock.now(), last ? Date.parse(last.at) + 1 : 0);
  const message = {
    id: makeId(),
    text,
    at: new Date(at).toISOString(),
    refused: false,
    ...(response && { response }),
  };
  storage.keepUnsent(message);
  tabs.tell({ type: 'unsent', message });
  return message;
}
