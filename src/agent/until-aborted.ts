/** The values of `source` until `signal` aborts; ends then at once, even if the source does not listen. */
export async function* untilAborted<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const stop = new AbortController();
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { signal: stop.signal });
  });
  try {
    for (;;) {
      const next = await Promise.race([aborted, nextOf(iterator, signal)]);
      if (!next || next.done) return;
      yield next.value;
    }
  } finally {
    stop.abort();
    // A source that hangs would never finish being told; nobody waits for it.
    Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

/** What a source throws because it was aborted is no failure. */
async function nextOf<T>(
  iterator: AsyncIterator<T>,
  signal: AbortSignal,
): Promise<IteratorResult<T> | null> {
  try {
    return await iterator.next();
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
