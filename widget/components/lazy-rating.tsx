import { loadTexts } from '../language.ts';
import { lazy } from './lazy.tsx';
import type { RatingProps } from './Rating.tsx';

export const Rating = lazy<RatingProps>(async () => {
  const [{ Rating: component }] = await Promise.all([import('./Rating.tsx'), loadTexts('later')]);
  return component;
});
