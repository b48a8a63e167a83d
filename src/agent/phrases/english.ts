import type { Phrases } from './phrases.ts';

export const english: Phrases = {
  miss: 'I couldn’t find that in the Help Center. Try other words, or talk to a person.',
  missWithoutPerson: 'I couldn’t find that in the Help Center. Try other words.',
  nobodyHere: (company) =>
    `There’s nobody I can pass you to here. I can answer questions about ${company} from the Help Center.`,
  cannotOpenFiles: 'I can’t open files. The team gets them when you talk to a person.',
  pressForPerson: 'I can pass you on to the team. Press the button below to go on.',
  greeting: (assistant, company) =>
    `Hi, I’m ${assistant}, an AI assistant for ${company}. What can I help you with?`,
  thanks: 'You’re welcome. Is there anything else?',
  goodbye: 'Goodbye. Write here any time.',
  aboutItself: (assistant, company) =>
    `I’m ${assistant}, an AI assistant, not a person. I answer questions about ${company} from the Help Center, and you can talk to a person whenever you like.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `I’m ${assistant}, an AI assistant, not a person. I answer questions about ${company} from the Help Center.`,
};
