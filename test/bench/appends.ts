import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.ts';
import { message } from '../conversation/events.ts';
import { repeatedly, type Figure } from './figures.ts';

const BATCHES = 60;
const TOGETHER = 50;

/** Events appended at the same time share one commit: how that compares with writing and syncing the same batches by hand. */
export async function appendFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  const store = await openStore(`file:${join(folder, 'baton.db')}`);
  for (let n = 0; n < TOGETHER; n += 1) {
    await store.tx((tx) =>
      tx.createConversation({ id: `c${n}`, tokenHash: `h${n}`, createdAt: 0 }),
    );
  }
  const file = await open(join(folder, 'floor'), 'w');
  const event = { type: 'message-added', message: message() } as const;
  const batch = Buffer.from(JSON.stringify(event).repeat(TOGETHER));
  let made = 0;
  let conversationOf = (_n: number) => 'c0';

  async function appended(): Promise<number> {
    const start = performance.now();
    for (let count = 0; count < BATCHES; count += 1) {
      await Promise.all(
        Array.from({ length: TOGETHER }, (_, n) =>
          store.tx((tx) => tx.append(conversationOf(n), `key-${(made += 1)}`, event)),
        ),
      );
    }
    return ((BATCHES * TOGETHER) / (performance.now() - start)) * 1000;
  }

  async function floor(): Promise<number> {
    const start = performance.now();
    for (let count = 0; count < BATCHES; count += 1) {
      await file.write(batch);
      await file.datasync();
    }
    return ((BATCHES * TOGETHER) / (performance.now() - start)) * 1000;
  }

  const figures: Figure[] = [];
  for (const [who, conversationFor] of [
    ['in one conversation', () => 'c0'],
    ['in as many', (n: number) => `c${n}`],
  ] as const) {
    conversationOf = conversationFor;
    const floors: number[] = [];
    const rates: number[] = [];
    // Disks have moods: each run is compared with the floor beside it.
    const ratios = await repeatedly(async () => {
      const [rate, atMost] = [await appended(), await floor()];
      rates.push(rate);
      floors.push(atMost);
      return rate / atMost;
    });
    const name = `durable appends, 50 at a time ${who}`;
    figures.push(
      { name, unit: 'events/s', values: rates, goal: '≥ 2,000' },
      {
        name: '  the same batches in a write-and-fsync loop',
        unit: 'events/s',
        values: floors,
        goal: '',
      },
      { name: '  one to the other', unit: '×', values: ratios, goal: '≥ 0.5' },
    );
  }
  await store.close();
  await file.close();
  await rm(folder, { recursive: true });
  return figures;
}
