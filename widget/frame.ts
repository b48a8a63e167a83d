import type { Frame } from '../src/protocol/frame.ts';
import type { ServerSentEvent } from './sse.ts';

/**
 * The frame that an event of a stream carries; null for a type that a newer proxy made up.
 * The proxy has checked what it sends, and a schema in the browser would weigh more than the whole chat.
 */
export function frameOf({ type, data }: ServerSentEvent): Frame | null {
  switch (type) {
    case 'event':
      return { type, stored: JSON.parse(data) };
    case 'delta':
    case 'typing':
    case 'reset':
    case 'error':
      return { ...JSON.parse(data), type };
    default:
      return null;
  }
}
