import type { Phrases } from './phrases.ts';

export const german: Phrases = {
  miss: 'Dazu habe ich im Hilfe-Center nichts gefunden. Versuchen Sie es mit anderen Worten, oder sprechen Sie mit einem Menschen.',
  missWithoutPerson:
    'Dazu habe ich im Hilfe-Center nichts gefunden. Versuchen Sie es mit anderen Worten.',
  nobodyHere: (company) =>
    `Hier gibt es niemanden, an den ich Sie übergeben kann. Fragen zu ${company} beantworte ich aus dem Hilfe-Center.`,
  cannotOpenFiles:
    'Ich kann keine Dateien öffnen. Das Team bekommt sie, wenn Sie mit einem Menschen sprechen.',
  pressForPerson:
    'Ich kann Sie mit dem Team verbinden. Drücken Sie dafür auf die Schaltfläche unten.',
  greeting: (assistant, company) =>
    `Hallo, ich bin ${assistant}, ein KI-Assistent für ${company}. Wobei kann ich helfen?`,
  thanks: 'Gern geschehen. Kann ich sonst noch etwas tun?',
  goodbye: 'Auf Wiedersehen. Schreiben Sie hier jederzeit.',
  aboutItself: (assistant, company) =>
    `Ich bin ${assistant}, ein KI-Assistent, kein Mensch. Fragen zu ${company} beantworte ich aus dem Hilfe-Center, und Sie können jederzeit mit einem Menschen sprechen.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Ich bin ${assistant}, ein KI-Assistent, kein Mensch. Fragen zu ${company} beantworte ich aus dem Hilfe-Center.`,
};
