/** Does `act` with every item, `most` at a time. Rejects with the first failure, when what is under way has ended. */
export async function inParallel<Item>(
  most: number,
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const lines = Array.from({ length: most }, async () => {
    for (const item of rest) await act(item);
  });
  const ends = await Promise.allSettled(lines);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
