import { expect, test } from 'vitest';
import { runPostgresRound } from '../crash/postgres-round.ts';

const KILLS = 10;

test(
  'PostgreSQL killed ten times under the load of two machines: nothing lost, doubled, out of order or passed over',
  { timeout: 400_000 },
  async () => {
    const { faults, kills, handoffs, customersMessages, agentsMessages } = await runPostgresRound(
      'postgres',
      KILLS,
    );

    expect(faults).toEqual([]);
    expect(kills).toHaveLength(KILLS);
    expect(Math.min(handoffs, customersMessages, agentsMessages)).toBeGreaterThan(5);
  },
);
