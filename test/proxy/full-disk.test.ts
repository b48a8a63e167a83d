import type Libsql from 'libsql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import './patience.ts';
import { createRig, errorOf, eventually } from './rig.ts';
import { chatTickets } from './zendesk-side.ts';

/** The connections to the database, each with a way to tell SQLite how things stand on the disk. */
const connections = vi.hoisted((): Libsql.Database[] => []);

vi.mock('libsql', async (importOriginal) => {
  const { default: Database } = await importOriginal<{ default: typeof Libsql }>();
  return {
    default: class extends Database {
      constructor(...given: ConstructorParameters<typeof Database>) {
        super(...given);
        connections.push(this);
      }
    },
  };
});

/** SQLite never makes the file larger than it is. */
const FULL = ['max_page_count = 1', 'max_page_count = 1073741823'] as const;
const READ_ONLY = ['query_only = on', 'query_only = off'] as const;

test.each([
  ['full', FULL],
  ['read-only', READ_ONLY],
])(
  'on a disk that is %s nobody is told that something was kept, and nothing is lost when it is well again',
  async (_name, [breakIt, mendIt]) => {
    connections.length = 0;
    const rig = await createRig();
    onTestFinished(() => rig.close());
    const visitor = await rig.visitor();
    await visitor.handOff();
    await visitor.until('waiting');
    const ticketId = chatTickets(rig)[0]?.id ?? 0;
    rig.simulator.workspace.reply(ticketId, { text: 'Hello' });
    await visitor.until('live');
    const tell = (words: string) => connections.forEach((connection) => connection.pragma(words));

    const brokenAt = rig.clock.now();
    tell(breakIt);
    const words: { id: string; text: string }[] = [];
    const refused = await eventually(async () => {
      const message = { id: crypto.randomUUID(), text: `${words.length} ${'long '.repeat(700)}` };
      words.push(message);
      const response = await visitor.call('/messages', message);
      return response.status === 503 && response;
    });
    const before = rig.simulator.history.deliveries.length;
    const answer = `From the agent: ${'long '.repeat(700)}`;
    for (let n = 0; n < 5; n += 1) {
      rig.simulator.workspace.reply(ticketId, { text: `${n} ${answer}` });
    }
    await eventually(() =>
      rig.simulator.history.deliveries
        .slice(before)
        .some(({ attempts }) => attempts.some(({ outcome }) => outcome === 503)),
    );
    const said = rig.logged.filter((line) => line.startsWith('The store is away'));
    const minutes = (rig.clock.now() - brokenAt) / 60_000;
    tell(mendIt);
    for (const { id, text } of words) await visitor.say(text, id);

    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await errorOf(refused)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(1 + minutes);
    const theirs = () => chatTickets(rig)[0]?.messages ?? [];
    const last = words.at(-1)?.text.trim();
    await eventually(() => theirs().some(({ text }) => text.trim() === last));
    await eventually(async () => {
      const { length } = messagesOf(await visitor.conversation()).filter(
        ({ author }) => author.kind === 'agent',
      );
      return length === 6;
    });
    const kept = theirs().filter(({ author }) => author.kind === 'customer');
    expect(kept.slice(1).map(({ text }) => text.trim())).toEqual(
      words.map(({ text }) => text.trim()),
    );
  },
);
