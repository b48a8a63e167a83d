/**
 * The languages that the chat speaks, by the first part of their tag. `pt` is written as in Brazil, `zh` in simplified
 * characters.
 */
export const LANGUAGES = [
  'en',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'nl',
  'pl',
  'tr',
  'ja',
  'ko',
  'zh',
  'ar',
  'he',
] as const;
export type Language = (typeof LANGUAGES)[number];
