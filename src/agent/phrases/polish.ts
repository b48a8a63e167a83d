import type { Phrases } from './phrases.ts';

export const polish: Phrases = {
  miss: 'Nie ma tego w centrum pomocy. Spróbuj innymi słowami albo porozmawiaj z człowiekiem.',
  missWithoutPerson: 'Nie ma tego w centrum pomocy. Spróbuj innymi słowami.',
  nobodyHere: (company) =>
    `Nie mam tu do kogo przekazać rozmowy. Mogę odpowiadać na pytania o ${company} na podstawie centrum pomocy.`,
  cannotOpenFiles: 'Nie otwieram plików. Zespół dostanie je podczas rozmowy z\u00a0człowiekiem.',
  pressForPerson:
    'Mogę przekazać tę rozmowę zespołowi. Aby kontynuować, naciśnij przycisk poniżej.',
  greeting: (assistant, company) =>
    `Cześć, tu ${assistant}, asystent AI firmy ${company}. W czym mogę pomóc?`,
  thanks: 'Nie ma za co. Czy mogę pomóc w czymś jeszcze?',
  goodbye: 'Do widzenia. Zawsze można tu napisać.',
  aboutItself: (assistant, company) =>
    `Tu ${assistant}, asystent AI, nie człowiek. Odpowiadam na pytania o ${company} na podstawie centrum pomocy, a z człowiekiem można porozmawiać w każdej chwili.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Tu ${assistant}, asystent AI, nie człowiek. Odpowiadam na pytania o ${company} na podstawie centrum pomocy.`,
};
