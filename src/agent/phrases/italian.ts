import type { Phrases } from './phrases.ts';

export const italian: Phrases = {
  miss: 'Non l’ho trovato nel Centro assistenza. Prova con altre parole, oppure parla con una persona.',
  missWithoutPerson: 'Non l’ho trovato nel Centro assistenza. Prova con altre parole.',
  nobodyHere: (company) =>
    `Qui non c’è nessuno a cui passarti. Posso rispondere a domande su ${company} in base al Centro assistenza.`,
  cannotOpenFiles: 'Non posso aprire file. Il team li riceve quando parli con una persona.',
  pressForPerson:
    'Posso metterti in contatto con il team. Premi il pulsante qui sotto per continuare.',
  greeting: (assistant, company) =>
    `Ciao, sono ${assistant}, un assistente IA per ${company}. In che cosa posso aiutarti?`,
  thanks: 'Prego. Posso fare altro?',
  goodbye: 'A presto. Scrivi qui quando vuoi.',
  aboutItself: (assistant, company) =>
    `Sono ${assistant}, un assistente IA, non una persona. Rispondo a domande su ${company} in base al Centro assistenza e puoi parlare con una persona quando vuoi.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Sono ${assistant}, un assistente IA, non una persona. Rispondo a domande su ${company} in base al Centro assistenza.`,
};
