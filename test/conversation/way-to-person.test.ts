import { expect, test } from 'vitest';
import { wayToPerson, type WayToPerson } from '../../src/conversation/way-to-person.ts';
import type { Contact } from '../../src/protocol/contact.ts';

const online = { state: 'online', count: 2 } as const;
const away = { state: 'away' } as const;
const unknown = { state: 'unknown' } as const;
type Settings = Parameters<typeof wayToPerson>[0];
const usual: Settings = {
  handoff: true,
  tickets: true,
  preview: 'auto',
  ask: [],
  team: online,
};
const nobody: Contact = {};
const ana: Contact = { email: 'ana@example.com' };

test.each<[string, WayToPerson, Partial<Settings>, Contact]>([
  ['people are online and nothing is asked', 'straight', {}, nobody],
  ['nobody knows who is online', 'straight', { team: unknown }, nobody],
  ['the team is away', 'sheet', { team: away }, nobody],
  ['an e-mail is asked for', 'sheet', { ask: ['email'] }, nobody],
  ['the e-mail that is asked for is known', 'straight', { ask: ['email'] }, ana],
  ['the name is still missing', 'sheet', { ask: ['name', 'email'] }, ana],
  ['the site always shows what is shared', 'sheet', { preview: 'always' }, nobody],
  ['the site never does, and the team is away', 'straight', { preview: 'never', team: away }, ana],
  ['the site never does, but asks', 'sheet', { preview: 'never', ask: ['email'] }, nobody],
  ['only tickets can be left', 'email', { handoff: false }, ana],
  ['there is only knowledge', 'none', { handoff: false, tickets: false }, ana],
])('where %s, a wish for a person leads: %s', (_case, way, settings, known) => {
  expect(wayToPerson({ ...usual, ...settings }, known)).toBe(way);
});
