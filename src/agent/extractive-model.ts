import { type Language, languageOf } from '../knowledge/language.ts';
import type { Found } from '../knowledge/search.ts';
import { excerpt } from './excerpt.ts';
import type { Model, Prompt } from './model.ts';
import { extractiveSummary } from './summary.ts';

/** An article that knows less of the question than this does not answer it. */
const MIN_COVERAGE = 0.5;

const WANTS_STEPS =
  /\bhow (?:do|can|to|should|would)\b|\bsteps?\b|\b(?:cómo|como|comment|wie|come|hoe)\b/iu;
const WANTS_NUMBER =
  /\bhow (?:long|much|many|often|soon|fast|late|big)\b|\bwhen\b|\bcosts?\b|\bprices?\b|\bfees?\b|\b(?:wann|cu[aá]nd?t?o|combien|quand|quanto|quando|hoeveel|wanneer)\b|\b(?:wie|hoe) (?:lang|viel|veel|teuer|duur)/iu;

/**
 * The built-in model: it quotes the sentences, or the list, that answer the question, and says nothing when no article
 * covers it. No network, no key.
 */
export const extractiveModel: Model = {
  async *answer(prompt, signal) {
    const best = prompt.passages.find(({ coverage }) => coverage >= MIN_COVERAGE);
    if (!best) return;
    const language = await languageOf(best.passage.locale);
    const other = otherPart(prompt, best, language);
    const terms = termsOf(prompt, language);
    const wanted = {
      terms: new Set(terms),
      steps: WANTS_STEPS.test(prompt.question),
      number: WANTS_NUMBER.test(prompt.question),
    };
    for (const [place, found] of [best, ...other].entries()) {
      const pieces = excerpt(found.passage, language, {
        ...wanted,
        sentences: place === 0 ? 3 : 2,
        mark: `[${prompt.passages.indexOf(found) + 1}]`,
      });
      for (const [index, piece] of pieces.entries()) {
        if (signal.aborted) return;
        yield { type: 'text', text: place > 0 && index === 0 ? `\n\n${piece}` : piece };
      }
    }
  },

  async summarize(turns) {
    return extractiveSummary(turns);
  },
};

/** A question without a word of its own (“how long does it take?”) is about what was asked before. */
function termsOf({ question, turns }: Prompt, language: Language): string[] {
  const own = language.terms(question);
  if (own.length > 0) return own;
  return language.terms(turns.findLast(({ author }) => author.kind === 'customer')?.body ?? '');
}

/** A passage of another article for the half of a double question that the first one says nothing about. */
function otherPart({ question, passages }: Prompt, best: Found, language: Language): Found[] {
  const parts = question.split(/[?;]|\s(?:and|und|et|y|e)\s/u).map((part) => language.terms(part));
  const known = knownTo(best, passages, language);
  const open = parts.find(
    (terms) =>
      terms.length > 0 && terms.filter((term) => known.has(term)).length < terms.length / 2,
  );
  if (!open || parts.filter((terms) => terms.length > 0).length < 2) return [];
  const other = passages.find((found) => {
    const own = knownTo(found, passages, language);
    return open.every((term) => own.has(term));
  });
  return other ? [other] : [];
}

/** The terms of an article, as far as its passages were found. */
function knownTo(
  { passage }: Found,
  passages: readonly Found[],
  language: Language,
): ReadonlySet<string> {
  const texts = passages
    .filter((found) => found.passage.articleId === passage.articleId)
    .map((found) => `${found.passage.title}\n${found.passage.heading}\n${found.passage.text}`);
  return new Set(language.terms(texts.join('\n')));
}
