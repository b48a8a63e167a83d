import { isUnsent, type ShownMessage } from '../log-items.ts';
import type { Message } from '../../../src/protocol/message.ts';

/** Whether a message is more than plain words. */
export function showsMore(message: ShownMessage): message is Message {
  if (isUnsent(message)) return false;
  const { content, buttons, format } = message;
  return content !== undefined || buttons !== undefined || format === 'markdown';
}
