import { ANSWERABLE, UNANSWERABLE } from '../agent/questions.ts';
import { articles } from '../../src/demo/articles.ts';
import type { Question } from './domain.ts';

/** What customers of the demo’s shop ask in the two languages into which some articles are translated. */
const TRANSLATED: readonly (readonly [locale: string, question: string, title: string])[] = [
  ['de', 'Meine Kanne kam zerbrochen an', 'Damaged on arrival'],
  ['de', 'Was mache ich, wenn etwas beschädigt ist?', 'Damaged on arrival'],
  ['de', 'Wie lange dauert die Lieferung nach Kanada?', 'Delivery times'],
  ['de', 'Was kostet der Versand in die USA?', 'Delivery times'],
  ['de', 'Ist das Steinzeug spülmaschinenfest?', 'How to care'],
  ['de', 'Wie bekomme ich Teeränder weg?', 'How to care'],
  ['de', 'Darf die Kanne in den Backofen?', 'How to care'],
  ['de', 'Verschicken Sie am Wochenende Pakete?', 'Delivery times'],
  ['fr', 'Ma théière est arrivée cassée', 'Damaged on arrival'],
  ['fr', 'Faut-il renvoyer les morceaux ?', 'Damaged on arrival'],
  ['fr', 'Combien de temps prend un remboursement PayPal ?', 'Replacements and refunds'],
  ['fr', 'Puis-je être remboursé ?', 'Replacements and refunds'],
];

const UNANSWERED: readonly (readonly [locale: string, question: string])[] = [
  ['de', 'Verkaufen Sie Gitarren?'],
  ['de', 'Wie wird das Wetter in Bristol?'],
  ['de', 'Wie heißt die Hauptstadt von Australien?'],
  ['fr', 'Vendez-vous des guitares ?'],
  ['fr', 'Quel temps fera-t-il demain ?'],
  ['fr', 'Qui a gagné le match de football ?'],
];

export const shopQuestions: readonly Question[] = [
  ...ANSWERABLE.map(([question, title]) => ({ locale: 'en', question, answers: [keyOf(title)] })),
  ...TRANSLATED.map(([locale, question, title]) => ({ locale, question, answers: [keyOf(title)] })),
  ...UNANSWERABLE.map((question) => ({ locale: 'en', question, answers: [] })),
  ...UNANSWERED.map(([locale, question]) => ({ locale, question, answers: [] })),
];

/** The whole English title, by a part of it. */
function keyOf(part: string): string {
  const titles = articles.flatMap(({ translations }) => translations['en-us']?.title ?? []);
  return titles.find((title) => title.includes(part)) ?? part;
}
