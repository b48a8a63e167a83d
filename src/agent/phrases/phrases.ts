/** What the AI agent says in its own words, in one language. */
export type Phrases = {
  miss: string;
  missWithoutPerson: string;
  nobodyHere: (company: string) => string;
  /** To somebody who sent files and no words. */
  cannotOpenFiles: string;
  /** To somebody who wants a person and has to see or say something first; a button stands below. */
  pressForPerson: string;
  greeting: (assistant: string, company: string) => string;
  thanks: string;
  goodbye: string;
  aboutItself: (assistant: string, company: string) => string;
  aboutItselfWithoutPerson: (assistant: string, company: string) => string;
};
