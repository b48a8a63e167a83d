type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that follows no redirect, so that a key never goes elsewhere, and gives up on an answer of more than
 * `mostBytes` after unpacking.
 */
export function boundedFetch(mostBytes: number, fetch: Fetch = globalThis.fetch): Fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    let read = 0;
    const counted = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          read += chunk.byteLength;
          if (read > mostBytes) controller.error(new TypeError('The answer is too long'));
          else controller.enqueue(chunk);
        },
      }),
    );
    return new Response(counted, response);
  };
}
