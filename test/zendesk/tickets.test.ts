import { expect, test } from 'vitest';
import type { TicketsApi } from '../../src/zendesk/tickets.ts';
import { simulatedZendesk } from './simulated-zendesk.ts';

const TICKET = {
  subject: 'My teapot arrived broken',
  note: 'Summary\n\n<b>They</b> have a broken teapot.',
  tags: ['baton', 'baton_0123'],
  externalId: 'handoff-1',
};
const ANA = { name: 'Ana', email: 'ana@example.com' };

function rig() {
  const { tickets, simulator, run, clock } = simulatedZendesk();
  if (!tickets) throw new Error('the account lacks credentials');
  return { tickets, simulator, run, clock, made: () => simulator.workspace.snapshot().tickets };
}

const create = (tickets: TicketsApi, more = {}) => tickets.create({ ...TICKET, ...more }, 'key');

test('a ticket begins with a note that only the team sees, in plain text, and belongs to who asked', async () => {
  const { tickets, run, made } = rig();

  const { id } = await run(create(tickets, { requester: ANA }));

  expect(made()).toMatchObject([
    {
      id: Number(id),
      subject: TICKET.subject,
      requester: ANA,
      tags: TICKET.tags,
      messages: [{ text: TICKET.note, internal: true }],
    },
  ]);
});

test('the same key gives the same ticket; with something else in it, it is refused', async () => {
  const { tickets, run, made } = rig();
  const first = await run(create(tickets));

  const again = await run(create(tickets));
  const other = run(create(tickets, { subject: 'Another' }));

  await expect(other).rejects.toMatchObject({ status: 400, code: 'IdempotentRequestError' });
  expect(again).toEqual(first);
  expect(made()).toHaveLength(1);
});

test('a ticket is found by its external id at once, by its tag when the index has it', async () => {
  const { tickets, run, clock, simulator } = rig();
  simulator.faults.set({ searchLagMs: 4_000 });
  const ticket = await run(create(tickets));

  expect(await run(tickets.byExternalId('handoff-1'))).toEqual(ticket);
  expect(await run(tickets.byExternalId('handoff-2'))).toBeNull();
  expect(await run(tickets.byTag('baton_0123'))).toBeNull();
  clock.advance(4_000);
  expect(await run(tickets.byTag('baton_0123'))).toEqual(ticket);
});

test('of a ticket and its follow-up with the same tags the first is meant', async () => {
  const { tickets, run, clock } = rig();
  const first = await run(create(tickets));
  clock.advance(1_000);
  await run(tickets.create(TICKET, 'another key'));

  expect(await run(tickets.byTag('baton_0123'))).toEqual(first);
});

test('a ticket takes another subject, notes and another requester', async () => {
  const { tickets, run, made } = rig();
  const { id } = await run(create(tickets));

  await run(tickets.change(id, { subject: 'x'.repeat(200), note: 'First' }));
  await run(tickets.change(id, { note: 'Second', requester: ANA }));

  expect(made()[0]).toMatchObject({ requester: ANA, subject: `${'x'.repeat(149)}…` });
  expect(await run(tickets.notes(id))).toEqual(['Second', 'First', TICKET.note]);
});

test('after five failures in a row nothing leaves for a while', async () => {
  const { tickets, run, simulator } = rig();
  simulator.faults.set({
    rules: [{ match: { path: '/tickets' }, effect: { type: 'status', status: 503 } }],
  });
  for (let n = 0; n < 5; n += 1) await run(create(tickets)).catch(() => {});
  const before = simulator.history.requests.length;

  await expect(run(create(tickets))).rejects.toMatchObject({ outcome: 'not-sent', code: 'paused' });

  expect(simulator.history.requests).toHaveLength(before);
});
