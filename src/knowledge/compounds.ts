/** Shorter parts of a compound say too little. */
const SHORTEST_PART = 5;

/** A word of a large Help Center may be part of hundreds. */
const MOST_RELATED = 10;

/**
 * Words of a Help Center that a word is part of, or that are part of it, in languages that write words together:
 * `liefer` finds `lieferzeit`, and `gastennetwerk` finds `netwerk`.
 */
export function compoundsOf(term: string, vocabulary: ReadonlySet<string>): string[] {
  if (term.length < SHORTEST_PART) return [];
  const related: string[] = [];
  for (const other of vocabulary) {
    if (other === term || other.length < SHORTEST_PART) continue;
    const [part, whole] = other.length < term.length ? [other, term] : [term, other];
    if (whole.startsWith(part) || whole.endsWith(part)) related.push(other);
    if (related.length === MOST_RELATED) break;
  }
  return related;
}
