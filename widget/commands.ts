type Command = (...facts: unknown[]) => unknown;

/** The one global of the chat: `Baton('open')` and `Baton.open()` are the same. Each gives a promise, but `on` gives its undo. */
export interface Baton {
  (name: unknown, ...facts: unknown[]): unknown;
  /** Calls that the page made before the loader arrived. */
  q?: Iterable<unknown>[];
}

/** No call throws: a page must not break because of its chat. Each wrong call is said once. */
export function createBaton(
  commands: Record<string, Command>,
  warn: (text: string) => void,
): Baton {
  const known = new Map<unknown, Command>(Object.entries(commands));
  const baton: Baton = (name, ...facts) => {
    const command = known.get(name);
    if (!command) {
      warn(`there is no command "${String(name)}"`);
      return Promise.resolve();
    }
    if (name === 'on') return command(...facts);
    return (async () => command(...facts))().catch((error: unknown) => warn(String(error)));
  };
  for (const name of Object.keys(commands)) {
    Object.assign(baton, { [name]: (...facts: unknown[]) => baton(name, ...facts) });
  }
  return baton;
}

/** Makes up for the calls that came too early, in their order. */
export function replay(queue: Baton['q'], baton: Baton): void {
  for (const [name, ...facts] of queue ?? []) baton(name, ...facts);
}
