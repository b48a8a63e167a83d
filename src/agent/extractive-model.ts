import { type Language, languageOf } from '../knowledge/language.ts';
import type { Found } from '../knowledge/search.ts';
import { excerpt } from './excerpt.ts';
import type { Model, Prompt } from './model.ts';
import { extractiveSummary } from './summary.ts';

/** An article that knows less of the question than this does not answer it. */
const MIN_COVERAGE = 0.5;

/** Half of a question is hardly ever exactly a half. */
const ABOUT = 0.01;

const WANTS_STEPS =
  /\bhow (?:do|can|to|should|would)\b|\bsteps?\b|\b(?:cómo|como|comment|wie|come|hoe)\b/iu;
const WANTS_NUMBER =
  /\bhow (?:long|much|many|often|soon|fast|late|big)\b|\bwhen\b|\bcosts?\b|\bprices?\b|\bfees?\b|\b(?:wann|cu[aá]nd?t?o|combien|quand|quanto|quando|hoeveel|wanneer)\b|\b(?:wie|hoe) (?:lang|viel|veel|teuer|duur)/iu;

/** A question, or half of one, with the passage that answers it. */
type Part = { question: string; terms: readonly string[]; found: Found };

/**
 * The built-in model: it quotes the sentences, or the list, that answer the question, and says nothing when no article
 * covers it. No network, no key.
 */
export const extractiveModel: Model = {
  async *answer(prompt, signal) {
    const [first] = prompt.passages;
    if (!first) return;
    const language = await languageOf(first.passage.locale);
    const best = prompt.passages.find((found) => answers(found, prompt, language));
    if (!best) return;
    const asked = termsOf(prompt, language);
    const parts: Part[] = [
      {
        question: prompt.question,
        terms: asked,
        found: closest(prompt, best, asked, language),
      },
      ...otherPart(prompt, best, language),
    ];
    for (const [place, { question, terms, found }] of parts.entries()) {
      const pieces = excerpt(found.passage, language, {
        terms: weighed(terms, prompt.passages, language),
        steps: WANTS_STEPS.test(question),
        number: WANTS_NUMBER.test(question),
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

/** More than half of the question's weight is known, or half of it and the title names some. */
function answers(found: Found, prompt: Prompt, language: Language): boolean {
  if (found.coverage > MIN_COVERAGE + ABOUT) return true;
  if (found.coverage < MIN_COVERAGE - ABOUT) return false;
  return shareInTitle(termsOf(prompt, language), found, language) > 0;
}

/** A question without a word of its own (“how long does it take?”) is about what was asked before. */
function termsOf({ question, turns }: Prompt, language: Language): string[] {
  const own = language.terms(question);
  if (own.length > 0) return own;
  return language.terms(turns.findLast(({ author }) => author.kind === 'customer')?.body ?? '');
}

/** A term that few of the passages have tells them apart. */
function weighed(
  terms: readonly string[],
  passages: readonly Found[],
  language: Language,
): ReadonlyMap<string, number> {
  const texts = passages.map(({ passage }) => new Set(language.terms(passage.text)));
  return new Map(
    terms.map((term) => {
      const alike = language.alike(term);
      const having = texts.filter((own) => alike.some((other) => own.has(other))).length;
      return [term, having === 0 ? 0 : Math.log(1 + texts.length / having)];
    }),
  );
}

/** The half of a double question that the first article is not about, with a passage of one that is. */
function otherPart({ question, passages }: Prompt, best: Found, language: Language): Part[] {
  const parts = question
    .split(/(?<=[?;])|\s(?:and|und|et|y|e)\s/u)
    .map((part) => ({ question: part, terms: language.terms(part) }))
    .filter(({ terms }) => terms.length > 0);
  if (parts.length < 2) return [];
  const open = parts.find(({ terms }) => shareInTitle(terms, best, language) < 0.5);
  const found = open && passages.find((other) => shareInTitle(open.terms, other, language) >= 0.5);
  return found && found.passage.articleId !== best.passage.articleId ? [{ ...open, found }] : [];
}

/**
 * The passage of the best article that says most about the question; where the article begins, if the question is its
 * title.
 */
function closest(
  { passages }: Prompt,
  best: Found,
  terms: readonly string[],
  language: Language,
): Found {
  const { articleId, title, heading } = best.passage;
  const own = passages.filter(({ passage }) => passage.articleId === articleId);
  if (share(terms, title, language) === 1 && share(terms, heading, language) === 0) {
    return own.find(({ passage }) => passage.heading === '') ?? best;
  }
  const weights = [...weighed(terms, passages, language)];
  const worth = ({ passage }: Found) => {
    const named = new Set(language.terms(`${passage.heading}\n${passage.text}`));
    return weights
      .filter(([term]) => language.alike(term).some((other) => named.has(other)))
      .reduce((sum, [, weight]) => sum + weight, 0);
  };
  return own.reduce((a, b) => (worth(b) > worth(a) ? b : a), best);
}

function shareInTitle(terms: readonly string[], { passage }: Found, language: Language): number {
  return share(terms, `${passage.title}\n${passage.heading}`, language);
}

/** What share of the terms a text names. */
function share(terms: readonly string[], text: string, language: Language): number {
  const named = new Set(language.terms(text));
  const covered = terms.filter((term) => language.alike(term).some((other) => named.has(other)));
  return covered.length / terms.length;
}
