type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that follows no redirect, so that a key never goes elsewhere, and gives up on an answer of more than
 * `mostBytes` after unpacking.
 */
export function boundedFetch(mostBytes: number, fetch: Fetch = globalThis.fetch): Fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    return new Response(
      response.body && bounded(response.body, mostBytes, init?.signal ?? null),
      response,
    );
  };
}

/**
 * Ends when `signal` aborts, and has the connection closed. `fetch` itself may have forgotten the signal by then: it
 * holds on to it weakly once the answer has begun.
 */
function bounded(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
  signal: AbortSignal | null,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let read = 0;
  const hangUp = (reason: unknown) => void reader.cancel(reason).catch(() => {});
  return new ReadableStream({
    start(controller) {
      const stop = () => {
        controller.error(signal?.reason);
        hangUp(signal?.reason);
      };
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (signal?.aborted) return;
      if (done) return controller.close();
      read += value.byteLength;
      if (read > mostBytes) {
        hangUp(null);
        throw new TypeError('The answer is too long');
      }
      controller.enqueue(value);
    },
    cancel: hangUp,
  });
}
