/** What the AI agent says in its own words, in one language. */
export type Phrases = {
  miss: string;
  missWithoutPerson: string;
  nobodyHere: (company: string) => string;
  /** To somebody who sent files and no words. */
  cannotOpenFiles: string;
  greeting: (assistant: string, company: string) => string;
  thanks: string;
  goodbye: string;
  aboutItself: (assistant: string, company: string) => string;
  aboutItselfWithoutPerson: (assistant: string, company: string) => string;
};
