import type { Catalogue, Part, SomeTexts } from './strings/texts.ts';
import { language } from './translate.ts';

const ENGLISH: Catalogue = {
  panel: () => import('./strings/en/panel.ts'),
  conversation: () => import('./strings/en/conversation.ts'),
  later: () => import('./strings/en/later.ts'),
};

/** English as it is written in some country, and no other language. */
const PLAIN_ENGLISH = /^en(-(?!XA)[a-z]{2})?$/i;

/** A language that takes longer than this to come is not waited for: English is spoken until it is there. */
const PATIENCE_MS = 2000;

const parts = new Set<Part>(['panel']);
let catalogue = ENGLISH;
let speaking = Promise.resolve();
let newest: object | undefined;

/**
 * Speaks the first of these languages (BCP 47 tags) that it can, English if it can none. Fulfilled when every text in use
 * is there, or is not worth waiting for; what cannot be loaded is said in English, or as it was.
 */
export function speak(tags: readonly string[]): Promise<void> {
  const mine = (newest = {});
  speaking = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    change(tags, () => newest === mine).then(resolve, () => resolve());
  });
  return speaking;
}

async function change(tags: readonly string[], isNewest: () => boolean): Promise<void> {
  const [first = 'en'] = tags;
  const next = PLAIN_ENGLISH.test(first)
    ? { catalogue: ENGLISH, locale: first }
    : (await import('./strings/catalogues.ts')).findCatalogue(tags, ENGLISH);
  const texts: SomeTexts = {};
  // What is asked for meanwhile joins the end of the set.
  for (const part of parts) Object.assign(texts, await textsOf(next.catalogue, part));
  if (!isNewest()) return;
  catalogue = next.catalogue;
  const { isRightToLeft } = catalogue;
  language.value = { ...language.value, locale: next.locale, isRightToLeft, texts };
}

/** Brings the texts of a part that comes later, in the language in use. */
export async function loadTexts(part: Part): Promise<void> {
  parts.add(part);
  await speaking;
  const from = catalogue;
  const more = await textsOf(from, part);
  const { texts } = language.value;
  // Another language has brought its own.
  if (from === catalogue) language.value = { ...language.value, texts: { ...texts, ...more } };
}

/** Says in the site's own words what it has words for. */
export async function useOwnTexts(...sources: unknown[]): Promise<void> {
  const own = sources.some(Boolean)
    ? (await import('./own-texts.ts')).ownTexts(...sources)
    : undefined;
  const now = language.peek();
  if (own !== now.own) language.value = { ...now, own };
}

/** In English where the language's own cannot be had. */
async function textsOf(catalogue: Catalogue, part: Part): Promise<SomeTexts> {
  const { texts } = await catalogue[part]().catch(() => ENGLISH[part]());
  return texts;
}
