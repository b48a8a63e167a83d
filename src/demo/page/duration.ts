const UNITS = [
  { ms: 86_400_000, unit: 'day' },
  { ms: 3_600_000, unit: 'hour' },
  { ms: 60_000, unit: 'minute' },
  { ms: 1000, unit: 'second' },
] as const;

/** A duration in whole units of the largest that fits: `42 seconds`, `1 minute`; `narrow`: `42s`, `1m`. Never negative. */
export function duration(ms: number, style: 'long' | 'narrow' = 'long'): string {
  const { ms: size, unit } = UNITS.find((candidate) => ms >= candidate.ms) ?? UNITS[3];
  const count = Math.max(0, Math.floor(ms / size));
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: style }).format(count);
}
