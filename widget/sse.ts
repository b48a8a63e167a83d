/** One event of a `text/event-stream`. */
export type ServerSentEvent = { type: string; data: string; id: string };

/**
 * Reads a `text/event-stream` piece by piece, cut anywhere. Comments and unfinished events give nothing.
 * `id` is the last one seen, as the standard has it; `onRetry` gets how many ms a reader should wait before coming back.
 */
export function createSseParser(
  onEvent: (event: ServerSentEvent) => void,
  onRetry: (ms: number) => void = () => {},
): (text: string) => void {
  let rest = '';
  let endedWithCarriageReturn = false;
  let type = '';
  let data: string[] = [];
  let id = '';

  function readLine(line: string): void {
    if (line === '') {
      if (data.length > 0) onEvent({ type: type || 'message', data: data.join('\n'), id });
      type = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) onRetry(Number(value));
  }

  return (text) => {
    // The second half of a line end that was cut in two.
    const piece = endedWithCarriageReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') endedWithCarriageReturn = text.endsWith('\r');
    const lines = (rest + piece).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) readLine(line);
  };
}
