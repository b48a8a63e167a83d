import { checkSentences, type Grounds } from './grounds.ts';

export interface ClaimCheck {
  /** Takes the next piece of an answer, and gives what can be shown of it by now: whole sentences. */
  push(text: string): string;
  /** What was held back. Call once, at the end. */
  rest(): string;
  /** What was held back and was no claim is thought aloud, and forgotten. */
  forget(): void;
  /** Once nothing came out of the whole answer: the one question that it asks back, if that is all it does. */
  question(): string | null;
}

/** The end of a sentence that has been read: behind it comes another one, or a line ends. */
const SENTENCE =
  /[^]*?(?:\n[ \t]*(?=\S)|(?<!(?:^|\n)\s*\d{1,3})[.!?…]["”’»)*_]*(?:\s*\[[\d,\s]+\])*[ \t]+(?=[^\s[])|[。！？]["”’」』)]*(?:\s*\[[\d,\s]+\])*(?=[^\s[」』]))/y;

/** A sentence that has ended although nothing follows it yet: its citation is there. */
const ENDED =
  /(?:\[[\d,\s]+\][.!?…。！？]|[.!?…。！？]["”’」』»)*_]*(?:\s*\[\d[\d,\s]*\])+)["”’」』»)*_]*[ \t]*$/;

const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s|^\s*\|/;
const LEADS_ON = /[:：]\s*$|^\s*#{1,6}\s|^\s*\*\*[^*]+\*\*\s*$/;
/** What goes on for longer than this is read as if it ended there. */
const LONGEST_SENTENCE = 2000;
const LONGEST_QUESTION = 240;

/**
 * Lets through what rests on something: a paragraph, or a list with what leads to it, in which a mark stands for a
 * passage or a fact. Out of it fall sentences with a figure or an address that nothing says, those that tell the
 * instructions, and those that claim to be a person.
 */
export function checkClaims(grounds: Grounds): ClaimCheck {
  let unread = '';
  /** Sentences of a block that rests on nothing yet. */
  let held: string[] = [];
  let isGrounded = false;
  let blockEnded = false;
  /** Space that is shown when something follows it. */
  let gap = '';
  let hasSaid = false;
  const unfounded: string[] = [];
  const { isCited, allowed } = checkSentences(grounds);

  function shown(text: string): string {
    const words = text.trimEnd();
    if (words === '') {
      gap += text;
      return '';
    }
    const out = (hasSaid ? gap : '') + (hasSaid ? words : words.trimStart());
    hasSaid = true;
    gap = text.slice(words.length);
    return out;
  }

  function take(sentence: string): string {
    if (blockEnded && !ITEM.test(sentence)) endBlock();
    blockEnded = /\n\s*\n\s*$/.test(sentence);
    const kept = allowed(sentence);
    if (kept === null) return '';
    if (!isGrounded) held.push(kept);
    if (isGrounded) return shown(kept);
    if (!isCited(kept)) return '';
    isGrounded = true;
    return held.splice(0).map(shown).join('');
  }

  /** What leads on to the next block belongs to that. */
  function endBlock(): void {
    isGrounded = false;
    const last = held.at(-1);
    if (last !== undefined && LEADS_ON.test(last)) return;
    unfounded.push(...held.splice(0));
  }

  function sentences(): string[] {
    const found: string[] = [];
    SENTENCE.lastIndex = 0;
    let end = 0;
    for (let match = SENTENCE.exec(unread); match; match = SENTENCE.exec(unread)) {
      found.push(match[0]);
      end = SENTENCE.lastIndex;
    }
    unread = unread.slice(end);
    if (unread.length <= LONGEST_SENTENCE && !ENDED.test(unread)) return found;
    found.push(unread);
    unread = '';
    return found;
  }

  return {
    push(text) {
      unread += text;
      return sentences().map(take).join('');
    },
    rest() {
      const last = unread;
      unread = '';
      const out = last.trim() === '' ? '' : take(last);
      endBlock();
      unfounded.push(...held.splice(0));
      return out;
    },
    forget() {
      unread = '';
      held = [];
      unfounded.length = 0;
      isGrounded = false;
      blockEnded = false;
      if (hasSaid) gap = '\n\n';
    },
    question() {
      const text = unfounded.join('').trim();
      const isOne = /^[^.!?。！？؟\n]*[?？؟]$/u.test(text) && text.length <= LONGEST_QUESTION;
      return isOne && !hasSaid ? text : null;
    },
  };
}
