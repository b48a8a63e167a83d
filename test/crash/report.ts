import type { Fault } from './faults.ts';
import { CHAT_POINTS, FIRST_START_POINTS } from './points.ts';
import type { RoundResult } from './round.ts';

const KINDS: readonly Fault['kind'][] = ['lost', 'doubled', 'out of order', 'gap'];

/** A table for people: where the server was killed, what was said meanwhile, and what went wrong, which should be nothing. */
export function reportOf(results: readonly RoundResult[]): string {
  const kills = results.flatMap((result) => result.kills);
  const faults = results.flatMap((result) => result.faults);
  const recoveries = results.flatMap(({ recoveriesMs }) => recoveriesMs).toSorted((a, b) => a - b);
  const total = (count: (result: RoundResult) => number) =>
    results.reduce((sum, result) => sum + count(result), 0);
  const named = [...CHAT_POINTS, ...FIRST_START_POINTS].map(({ name }) => name);
  const hit = named.filter((name) => kills.includes(name));

  const counts = countsOf(kills).map(([name, count]) => row(name, count));
  return [
    row('kills', kills.length),
    ...counts.map((line) => `  ${line}`),
    row('named points hit', `${hit.length} of ${named.length}`),
    row(
      'chats',
      total(({ chats }) => chats),
    ),
    row(
      'handoffs',
      total(({ handoffs }) => handoffs),
    ),
    row(
      'messages of customers',
      total(({ customersMessages }) => customersMessages),
    ),
    row(
      'messages of agents',
      total(({ agentsMessages }) => agentsMessages),
    ),
    row(
      'events read',
      total(({ eventsRead }) => eventsRead),
    ),
    ...KINDS.map((kind) => row(kind, faults.filter((fault) => fault.kind === kind).length)),
    row(
      'replies that came after what the customer wrote next',
      total((each) => each.lateReplies),
    ),
    row('from death to the first answer, p50', `${quantile(recoveries, 0.5)} ms`),
    row('from death to the first answer, max', `${quantile(recoveries, 1)} ms`),
  ].join('\n');
}

function countsOf(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([one], [other]) => one.localeCompare(other));
}

function row(name: string, value: string | number): string {
  return `${name.padEnd(76)}${String(value).padStart(8)}`;
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
}
