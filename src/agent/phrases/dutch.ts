import type { Phrases } from './phrases.ts';

export const dutch: Phrases = {
  miss: 'Dat heb ik niet gevonden in het Helpcentrum. Probeer andere woorden, of praat met een medewerker.',
  missWithoutPerson: 'Dat heb ik niet gevonden in het Helpcentrum. Probeer andere woorden.',
  nobodyHere: (company) =>
    `Er is hier niemand naar wie ik je kan doorverbinden. Vragen over ${company} beantwoord ik uit het Helpcentrum.`,
  cannotOpenFiles:
    'Ik kan geen bestanden openen. Het team krijgt ze als je met een medewerker praat.',
  pressForPerson:
    'Ik kan je met het team in contact brengen. Druk op de knop hieronder om verder te gaan.',
  greeting: (assistant, company) =>
    `Hoi, ik ben ${assistant}, een AI-assistent van ${company}. Waarmee kan ik helpen?`,
  thanks: 'Graag gedaan. Kan ik nog iets doen?',
  goodbye: 'Tot ziens. Je kunt hier altijd weer schrijven.',
  aboutItself: (assistant, company) =>
    `Ik ben ${assistant}, een AI-assistent, geen mens. Vragen over ${company} beantwoord ik uit het Helpcentrum, en je kunt praten met een medewerker wanneer je wilt.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Ik ben ${assistant}, een AI-assistent, geen mens. Vragen over ${company} beantwoord ik uit het Helpcentrum.`,
};
