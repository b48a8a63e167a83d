import type { Range, SeedResult } from './pool.ts';

/** Counts what happened in many runs, and words it. */
export function summaryOf({ from, count }: Range) {
  const total = { customerMessages: 0, agentMessages: 0, kills: 0 };
  let runs = 0;
  return {
    add({ figures }: SeedResult): void {
      runs += 1;
      total.customerMessages += figures.customerMessages;
      total.agentMessages += figures.agentMessages;
      total.kills += figures.kills;
    },
    text(failed: readonly SeedResult[]): string {
      return (
        `${runs} of ${count} seeds from ${from}: ${total.customerMessages} messages of customers, ` +
        `${total.agentMessages} of agents, ${total.kills} kills, ${failed.length} seeds with a broken promise`
      );
    },
  };
}

/** What went wrong, and the command that shows how. */
export function wordsOf({ seed, violations }: SeedResult): string {
  const sentences = violations.map(({ rule, sentence }) => `  ${rule}: ${sentence}`);
  return [`npm run simulate -- --seed ${seed} --trace`, ...sentences].join('\n');
}
