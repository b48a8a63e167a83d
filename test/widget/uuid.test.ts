import { expect, test } from 'vitest';
import { MessageId } from '../../src/protocol/message.ts';
import { makeUuid } from '../../widget/uuid.ts';

test('a message id is a UUID that the proxy accepts, and never the same', () => {
  const ids = Array.from({ length: 500 }, makeUuid);

  for (const id of ids) expect(MessageId.safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
