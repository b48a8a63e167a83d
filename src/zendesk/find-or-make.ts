/**
 * The first of what `find` gives, made if there is none. Whoever makes one looks again: the answer may have got lost, or a run
 * at the same time may have made one too, and then both keep the same one and remove the rest.
 */
export async function findOrMake<Thing>(how: {
  /** In order of preference. */
  find: () => Promise<Thing[]>;
  make: () => Promise<Thing>;
  remove: (thing: Thing) => Promise<void>;
}): Promise<Thing> {
  let found = await how.find();
  let failure: unknown;
  if (found.length === 0) {
    try {
      found = [await how.make()];
    } catch (error) {
      failure = error;
    }
    const seen = await how.find();
    if (seen.length > 0) found = seen;
  }
  const [kept, ...surplus] = found;
  if (kept === undefined) throw failure;
  for (const thing of surplus) await how.remove(thing);
  return kept;
}
