import type { StartedConversation } from '../../src/protocol/routes.ts';
import { broken, type Violation } from './invariants.ts';
import { PROXY, type Process } from './process.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { WebhookLine } from './webhook-line.ts';

const SIX_DAYS_MS = 6 * 24 * 60 * 60_000;
const A_WHILE_MS = 5_000;

/** I10: a customer's token opens their own conversation and no other. */
export async function openedByOthers(
  process: Process,
  conversations: readonly StartedConversation[],
): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { id } of conversations) {
    for (const other of conversations) {
      const headers = { authorization: `Bearer ${other.token}` };
      const request = new Request(`${PROXY}/api/conversations/${id}`, { headers });
      const { status } = await process.fetch(request);
      const wanted = other.id === id ? 200 : 404;
      const sentence = `the token of ${other.id} gets ${status} for conversation ${id}`;
      found.push(...broken('I10', status !== wanted && sentence));
    }
  }
  return found;
}

/** I11: all webhooks come once more after six days, and change nothing. `read` gives what may not change. */
export async function changedByRepeats(
  webhooks: WebhookLine,
  clock: VirtualClock,
  read: () => Promise<string>,
): Promise<Violation[]> {
  const before = await read();
  clock.jump(SIX_DAYS_MS);
  await clock.run(clock.now() + A_WHILE_MS);
  for (const { url, init } of webhooks.delivered) void webhooks.deliver(url, init).catch(() => {});
  await clock.run(clock.now() + A_WHILE_MS);
  const isSame = before === (await read());
  return broken('I11', !isSame && 'webhooks that came again after six days have changed the log');
}
