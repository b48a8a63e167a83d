/** What the AI agent says in its own words. */
export type Phrases = {
  miss: string;
  missWithoutPerson: string;
  nobodyHere: (company: string) => string;
  greeting: (assistant: string, company: string) => string;
  thanks: string;
  goodbye: string;
  aboutItself: (assistant: string, company: string) => string;
  aboutItselfWithoutPerson: (assistant: string, company: string) => string;
};

const EN: Phrases = {
  miss: 'I couldn’t find that in the Help Center. Try other words, or talk to a person.',
  missWithoutPerson: 'I couldn’t find that in the Help Center. Try other words.',
  nobodyHere: (company) =>
    `There’s nobody I can pass you to here. I can answer questions about ${company} from the Help Center.`,
  greeting: (assistant, company) =>
    `Hi, I’m ${assistant}, an AI assistant for ${company}. What can I help you with?`,
  thanks: 'You’re welcome. Is there anything else?',
  goodbye: 'Goodbye. Write here any time.',
  aboutItself: (assistant, company) =>
    `I’m ${assistant}, an AI assistant, not a person. I answer questions about ${company} from the Help Center, and you can talk to a person whenever you like.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `I’m ${assistant}, an AI assistant, not a person. I answer questions about ${company} from the Help Center.`,
};

const CATALOGUE: Readonly<Record<string, Phrases>> = { en: EN };

/** The phrases of the visitor's language, English when there are none. */
export function phrasesOf(locale: string): Phrases {
  return CATALOGUE[locale.toLowerCase().split('-')[0] ?? ''] ?? EN;
}
