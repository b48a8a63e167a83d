/** A figure over several runs, beside the floor or peer measured in the same run. */
export type Figure = { name: string; unit: string; values: number[]; goal: string };

const RUNS = 5;

export async function repeatedly(run: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let count = 0; count < RUNS; count += 1) values.push(await run());
  return values;
}

/** A table for people, then the same as JSON for programs. */
export function report(figures: Figure[]): string {
  const rows = figures.map(({ name, unit, values, goal }) => {
    const [least = 0, middle = 0, most = 0] = [0, 0.5, 1].map((share) => quantile(values, share));
    return { name, unit, min: round(least), median: round(middle), max: round(most), goal };
  });
  const lines = rows.map(({ name, unit, min, median, max, goal }) =>
    [name.padEnd(58), `${min} / ${median} / ${max} ${unit}`.padEnd(34), goal].join(' '),
  );
  const head = ['figure'.padEnd(58), 'min / median / max'.padEnd(34), 'goal'].join(' ');
  return [head, ...lines, '', JSON.stringify(rows)].join('\n');
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
