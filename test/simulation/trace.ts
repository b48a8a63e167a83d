/** What happened, line by line: when, who, what. */
export type Trace = {
  (actor: string, what: string): void;
  readonly lines: readonly string[];
};

export function createTrace(elapsed: () => number): Trace {
  const lines: string[] = [];
  const note = (actor: string, what: string) => {
    const seconds = (elapsed() / 1000).toFixed(3);
    lines.push(`${seconds.padStart(10)} s  ${actor.padEnd(12)}${what}`);
  };
  return Object.assign(note, { lines });
}
