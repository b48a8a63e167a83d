import { z } from 'zod';

const Words = z.string().max(500);

/** One text, or one for each plural of the language (`Intl.PluralRules`), of which `other` is the one for all others. */
const OwnText = z.union([
  Words,
  z.strictObject({
    zero: Words.optional(),
    one: Words.optional(),
    two: Words.optional(),
    few: Words.optional(),
    many: Words.optional(),
    other: Words,
  }),
]);

/** Texts of the chat in a site's own words, by key. `{name}` is filled in as in the text it stands for. */
export const OwnTexts = z.record(z.string(), OwnText);
export type OwnTexts = z.infer<typeof OwnTexts>;
