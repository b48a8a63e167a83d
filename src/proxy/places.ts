/**
 * Something of which each holder may have so many at the same time, such as open streams. Whoever has had a place for
 * longer than `safeMs` loses it to a newcomer if that is needed: a phone that changes networks leaves streams behind that
 * nobody hears any more, and nobody tells us.
 */
export interface Places {
  /** Takes a place; null when all are taken. `letGo` is called if it is lost. The result gives it back. */
  take(holder: string, letGo?: () => void): (() => void) | null;
  /** How long until a place can be had at the latest that somebody may lose, in ms. */
  waitMs(holder: string): number;
}

type Place = { since: number; letGo: (() => void) | undefined };

export function createPlaces(most: number, safeMs: number, now: () => number): Places {
  /** The oldest place of each holder comes first. */
  const taken = new Map<string, Set<Place>>();

  function giveBack(holder: string, place: Place): void {
    const places = taken.get(holder);
    places?.delete(place);
    if (places?.size === 0) taken.delete(holder);
  }

  function losable(holder: string): Place | undefined {
    return [...(taken.get(holder) ?? [])].find(({ letGo }) => letGo !== undefined);
  }

  return {
    take(holder, letGo) {
      if ((taken.get(holder)?.size ?? 0) >= most) {
        const oldest = losable(holder);
        if (!oldest || now() - oldest.since < safeMs) return null;
        giveBack(holder, oldest);
        oldest.letGo?.();
      }
      const place = { since: now(), letGo };
      const places = taken.get(holder) ?? new Set();
      taken.set(holder, places.add(place));
      return () => giveBack(holder, place);
    },
    waitMs(holder) {
      const oldest = losable(holder);
      return oldest ? Math.max(oldest.since + safeMs - now(), 0) : safeMs;
    },
  };
}
