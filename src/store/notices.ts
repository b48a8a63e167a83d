/** PostgreSQL takes less than 8,000 bytes in one notification. */
const MOST_BYTES = 7_900;

/** Takes everything out of `reached` and puts it into as few texts as a notification may carry. */
export function* notices(reached: Map<string, number>): Generator<string> {
  let lines: string[] = [];
  let bytes = 0;
  for (const [conversationId, seq] of reached) {
    reached.delete(conversationId);
    const line = `${seq} ${conversationId}`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > MOST_BYTES) {
      yield lines.join('\n');
      lines = [];
      bytes = Buffer.byteLength(line) + 1;
    }
    lines.push(line);
  }
  if (lines.length > 0) yield lines.join('\n');
}

/** Reads such a text. What is not understood is passed over: whoever looks finds it. */
export function* readNotice(text: string): Generator<[conversationId: string, seq: number]> {
  for (const line of text.split('\n')) {
    const [, seq, conversationId] = /^(\d+) (.+)$/.exec(line) ?? [];
    if (seq !== undefined && conversationId !== undefined) yield [conversationId, Number(seq)];
  }
}
