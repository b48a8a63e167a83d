import { attentionTexts } from './attention.ts';
import { filesTexts } from './files.ts';
import { personTexts } from './person.ts';
import { ratingTexts } from './rating.ts';
import { richTexts } from './rich.ts';

/** What not every chat says. */
export const texts = {
  ...personTexts,
  ...filesTexts,
  ...ratingTexts,
  ...richTexts,
  ...attentionTexts,
};
