import { fold } from './fold.ts';
import { SPACED, UNSPACED, type WishPatterns } from './wish-patterns.ts';

/** In a long message a wish stands at the beginning or at the end: so much of each is searched, in UTF-16 units. */
const SEARCHED = 800;

/** Said around a wish without changing it. */
const POLITE =
  'please|pls|plz|now|asap|hi|hello|hey|yes|no|ok|okay|just|only|thanks|thank you|immediately|i said|want|need|por favor|ya|hola|quiero|s il vous plait|sil vous plait|s il te plait|svp|bonjour|bitte|hallo|ola|per favore|ciao|alsjeblieft|alstublieft|aub|graag|prosze|lutfen|من فضلك|لو سمحت|בבקשה|お願いします|おねがいします|ください|下さい|をお願いします|부탁해요|부탁합니다|부탁드립니다|주세요|请|請|谢谢';

/**
 * Whether somebody asks, in any language we ship, to talk to a person instead of the AI agent. Rather deaf than wrong:
 * there is always a button, but a handoff that nobody wanted costs a person's time.
 */
export function wantsPerson(text: string): boolean {
  const heard =
    text.length > 2 * SEARCHED ? `${text.slice(0, SEARCHED)}\n${text.slice(-SEARCHED)}` : text;
  const whole = fold(heard);
  const clauses = heard
    .split(/[.!?;,:\n。！？、，；،؟…]+|\s(?:but|because)\s/i)
    .map(fold)
    .filter((clause) => clause !== '');
  return (
    spaced.alone.some((pattern) => pattern.test(whole)) ||
    clauses.some((clause) => spaced.clause.some((pattern) => pattern.test(clause))) ||
    unspaced.alone.some((pattern) => pattern.test(tight(whole))) ||
    clauses.some((clause) => unspaced.clause.some((pattern) => pattern.test(tight(clause))))
  );
}

const spaced = compiled(
  SPACED,
  (source) => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`,
  (source) => `^(?:(?:${POLITE}) )*(?:${source})(?: (?:${POLITE}))*$`,
);

const unspaced = compiled(
  UNSPACED,
  (source) => source,
  (source) => `^(?:${POLITE})*(?:${source})(?:${POLITE})*$`,
);

function compiled(
  languages: readonly WishPatterns[],
  inClause: (source: string) => string,
  asWhole: (source: string) => string,
) {
  return {
    clause: languages.flatMap(({ clause }) => clause.map((source) => regex(inClause(source)))),
    alone: languages.map(({ alone }) => regex(asWhole(alone))),
  };
}

function regex(source: string): RegExp {
  return new RegExp(source, 'u');
}

function tight(text: string): string {
  return text.replaceAll(' ', '');
}
