import { fold } from './fold.ts';

/** Scripts that write without spaces: a word is found anywhere in them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u;

/** Whether a message has one of the words or phrases that call a person, whatever its case, accents and punctuation. */
export function callsPerson(text: string, words: readonly string[]): boolean {
  const said = ` ${fold(text)} `;
  return words.map(fold).some((word) => {
    if (word === '') return false;
    return said.includes(UNSPACED.test(word) ? word : ` ${word} `);
  });
}
