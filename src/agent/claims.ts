import type { Found } from '../knowledge/search.ts';
import { addresses } from './addresses.ts';
import { type KnownFigures, knownFigures } from './figures.ts';
import { claimsToBeHuman } from './human-claim.ts';

/** What an answer may rest on. The passages may become more while it is written. */
export type Grounds = {
  passages: readonly Found[];
  /** What the site owner says of the company; cited as `[0]`. */
  facts: readonly string[];
  /** What the customer and the team said. */
  said: readonly string[];
  /** What the model was told and nobody else is to be told. */
  secret: string;
};

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

const MARK = /(?<!\\)\[(\d+(?:\s*,\s*\d+)*)\]/g;
/** Money, or a share of something. */
const AMOUNT =
  /(?:[$€£¥₩₺₹]|\b(?:usd|eur|gbp|chf|pln|try|jpy|cny|krw|ils)\b)\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|％|٪|[$€£¥₩₺₹]|percent|per cent|prozent|pour cent|zł|元|円|원|dollars?|euros?|pounds?|usd|eur|gbp|chf|pln)/giu;

const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s|^\s*\|/;
const LEADS_ON = /[:：]\s*$|^\s*#{1,6}\s|^\s*\*\*[^*]+\*\*\s*$/;
/** What goes on for longer than this is read as if it ended there. */
const LONGEST_SENTENCE = 2000;
const LONGEST_QUESTION = 240;

/** So many words of the instructions in a row are a leak, not a coincidence. */
const LEAK_WORDS = 8;

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
  const leaks = leakCheck(grounds.secret);
  let known: Known | null = null;

  function sources(): Known {
    if (known?.passages !== grounds.passages.length) known = knownIn(grounds);
    return known;
  }

  function isCited(sentence: string): boolean {
    const marks = [...sentence.matchAll(MARK)].flatMap(([, list = '']) => list.match(/\d+/g) ?? []);
    return marks.some((mark) =>
      Number(mark) === 0
        ? grounds.facts.length > 0
        : grounds.passages[Number(mark) - 1] !== undefined,
    );
  }

  /** What may be said of a sentence; null for nothing. */
  function allowed(sentence: string): string | null {
    const { isAddress, figures, amounts } = sources();
    // A link may be wrong where its words are right. A mark is no link; its target goes with the citation check.
    const plain = sentence
      .toWellFormed()
      .replace(
        /!?(?<!\\)\[(?!\d+(?:\s*,\s*\d+)*\])([^[\]\n]*)\]\(([^()\n]*)\)/g,
        (link, label: string, target: string) =>
          isAddress(target.trim()) && !link.startsWith('!') ? link : label,
      );
    const claim = plain.replace(/(?<=(?<!\\)\[\d[\d,\s]*\])\([^()\n]*\)/g, '');
    if (!addresses(claim).every(isAddress)) return null;
    const counted = claim.replace(MARK, ' ').replace(/^\s*\d{1,3}[.)]\s/, ' ');
    if (!figures(counted) || !(counted.match(AMOUNT) ?? []).every(amounts)) return null;
    return claimsToBeHuman(claim) || leaks(claim) ? null : plain;
  }

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
    },
    question() {
      const text = unfounded.join('').trim();
      const isOne = /^[^.!?。！？؟\n]*[?？؟]$/u.test(text) && text.length <= LONGEST_QUESTION;
      return isOne && !hasSaid ? text : null;
    },
  };
}

/** What the grounds give, read once for so many passages. */
type Known = {
  passages: number;
  isAddress: (address: string) => boolean;
  figures: KnownFigures;
  amounts: KnownFigures;
};

/**
 * What a customer says is theirs to hear again: an order number, a date. An amount or an address is not: nobody talks
 * the AI agent into a discount, or into a link.
 */
function knownIn({ passages, facts, said }: Grounds): Known {
  const given = [
    ...passages.flatMap(({ passage: { title, heading, text, url } }) => [
      title,
      heading,
      text,
      url,
    ]),
    ...facts,
  ];
  const text = given.join('\n');
  return {
    passages: passages.length,
    isAddress: (address) => text.includes(address),
    figures: knownFigures([...given, ...said]),
    amounts: knownFigures(given),
  };
}

/** Whether a text repeats a run of words of what is to stay secret. */
function leakCheck(secret: string): (text: string) => boolean {
  const runs = new Set(runsOf(secret));
  return (text) => runsOf(text).some((run) => runs.has(run));
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(LEAK_WORDS - 1).map((_, end) => words.slice(end, end + LEAK_WORDS).join(' '));
}
