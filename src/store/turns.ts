/** Resolves when it is the caller's turn, with what ends it. */
export type TurnOf = (key: string) => Promise<() => void>;

/** Lets one at a time pass for each key, in the order they asked. */
export function turns(): TurnOf {
  const last = new Map<string, Promise<void>>();
  return async (key) => {
    const before = last.get(key);
    let end = () => {};
    const turn = new Promise<void>((resolve) => {
      end = resolve;
    });
    last.set(key, turn);
    await before;
    return () => {
      if (last.get(key) === turn) last.delete(key);
      end();
    };
  };
}
