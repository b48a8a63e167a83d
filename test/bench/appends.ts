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
  await store.tx((tx) => tx.createConversation({ id: 'c', tokenHash: 'h', createdAt: 0 }));
  const file = await open(join(folder, 'floor'), 'w');
  const event = { type: 'message-added', message: message() } as const;
  const batch = Buffer.from(JSON.stringify(event).repeat(TOGETHER));
  let made = 0;

  async function appended(): Promise<number> {
    const start = performance.now();
    for (let count = 0; count < BATCHES; count += 1) {
      await Promise.all(
        Array.from({ length: TOGETHER }, () =>
          store.tx((tx) => tx.append('c', `key-${(made += 1)}`, event)),
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

  const rates = await repeatedly(appended);
  const ratios = await repeatedly(async () => (await appended()) / (await floor()));
  await store.close();
  await file.close();
  await rm(folder, { recursive: true });
  return [
    { name: 'durable appends, 50 at a time', unit: 'events/s', values: rates, goal: '≥ 2,000' },
    { name: 'the same, to a raw write-and-fsync loop', unit: '×', values: ratios, goal: '≥ 0.5' },
  ];
}
