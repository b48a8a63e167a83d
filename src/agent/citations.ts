import type { Found } from '../knowledge/search.ts';
import type { Citation } from '../protocol/message.ts';

/**
 * A mark such as `[2]` or `[1, 3]`. A target behind it would make a link of it, to wherever a text wants; it is no part
 * of a citation and goes.
 */
const MARK = String.raw`[^\S\n]*(?<!\\)\[\d+(?:\s*,\s*\d+)*\](?:\([^()\n]*\))*`;

/** Marks side by side are read together: two passages of one article are one citation. */
const MARKS = new RegExp(`(?:${MARK})+`, 'g');

/** The end of a text that may become a mark, or more marks, with the next piece. */
const UNFINISHED = new RegExp(
  String.raw`(?:(?:${MARK})*[^\S\n]*(?:(?<!\\)\[[\d\s,]{0,24}(?:\](?:\([^()\n]*\))*(?:\([^()\n]*)?)?)?|\\)$`,
);

export interface CitationCheck {
  /** Takes the next piece of an answer and gives what can be shown of it by now. */
  push(text: string): string;
  /** What was held back. Call once, at the end. */
  rest(): string;
  /** The articles cited in what was given so far, by number. */
  citations(): Citation[];
}

/**
 * Reads an answer while it is written. Its marks count passages from 1; what comes out counts articles in the order of
 * their first mention, each once. A mark of a passage that was not found is removed.
 */
export function checkCitations(found: readonly Found[]): CitationCheck {
  const numbers = new Map<string, number>();
  const cited: Citation[] = [];
  let held = '';

  function numberOf(mark: number): number | undefined {
    const passage = found[mark - 1]?.passage;
    if (!passage) return undefined;
    const known = numbers.get(passage.url);
    if (known) return known;
    const number = cited.length + 1;
    numbers.set(passage.url, number);
    cited.push({ number, title: passage.title, url: passage.url });
    return number;
  }

  function checked(text: string): string {
    const shown = text.replace(MARKS, (marks) => {
      const [space = ''] = /^[^\S\n]*/.exec(marks) ?? [];
      const listed = marks.replace(/\([^()\n]*\)/g, '').match(/\d+/g) ?? [];
      const own = new Set(listed.flatMap((mark) => numberOf(Number(mark)) ?? []));
      return own.size > 0 ? space + [...own].map((number) => `[${number}]`).join('') : '';
    });
    // A bracket left standing behind a mark would still make a link of it.
    return shown.replace(/(?<!\\)(\[\d+\])(?=\()/g, '$1 ');
  }

  return {
    push(text) {
      held += text;
      const end = held.search(UNFINISHED);
      const ready = end === -1 ? held : held.slice(0, end);
      held = held.slice(ready.length);
      return checked(ready);
    },
    rest() {
      const rest = held;
      held = '';
      return checked(rest);
    },
    citations: () => [...cited],
  };
}
