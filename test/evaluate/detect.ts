import { wantsPerson } from '../../src/agent/wish.ts';
import { OTHERS } from './other-sentences.ts';
import { WISHES } from './wish-sentences.ts';

/** How well wishes for a person are heard, in one language or in all. */
export type Detected = {
  language: string;
  sentences: number;
  /** Of what was taken for a wish: how much was one. */
  precision: number;
  /** Of the wishes: how many were heard. */
  recall: number;
  missed: readonly string[];
  wrong: readonly string[];
};

/** Every language by itself, then all of them. */
export function detect(): Detected[] {
  const languages = Object.keys(WISHES);
  const each = languages.map((language) =>
    detectedIn(language, WISHES[language] ?? [], OTHERS[language] ?? []),
  );
  const all = detectedIn('all', Object.values(WISHES).flat(), Object.values(OTHERS).flat());
  return [...each, all];
}

function detectedIn(
  language: string,
  wishes: readonly string[],
  others: readonly string[],
): Detected {
  const missed = wishes.filter((sentence) => !wantsPerson(sentence));
  const wrong = others.filter(wantsPerson);
  const heard = wishes.length - missed.length;
  return {
    language,
    sentences: wishes.length + others.length,
    precision: heard + wrong.length === 0 ? 1 : heard / (heard + wrong.length),
    recall: heard / wishes.length,
    missed,
    wrong,
  };
}
