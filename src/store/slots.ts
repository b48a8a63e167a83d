/** Resolves when there is a free slot, with what frees it again. */
export type EnterSlot = () => Promise<() => void>;

/** Lets `count` at a time pass, in the order they asked. */
export function slots(count: number): EnterSlot {
  const waiting: (() => void)[] = [];
  let free = count;

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
}
