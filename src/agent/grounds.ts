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

/** What is asked of each sentence of an answer. */
export interface SentenceCheck {
  /** Whether a mark in it stands for a passage or a fact. */
  isCited(sentence: string): boolean;
  /** What may be said of it; null for nothing. */
  allowed(sentence: string): string | null;
}

const MARK = /(?<!\\)\[(\d+(?:\s*,\s*\d+)*)\]/g;

/** Money, or a share of something. */
const AMOUNT =
  /(?:[$€£¥₩₺₹]|\b(?:usd|eur|gbp|chf|pln|jpy|cny|krw|ils)\b)\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|％|٪|[$€£¥₩₺₹]|percent|per cent|prozent|pour cent|zł|元|円|원|dollars?|euros?|pounds?|usd|eur|gbp|chf|pln)/giu;

/** So many words of the instructions in a row are a leak, not a coincidence. */
const LEAK_WORDS = 8;

/** Reads the grounds of an answer; anew when more passages have come. */
export function checkSentences(grounds: Grounds): SentenceCheck {
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

  return { isCited, allowed };
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
