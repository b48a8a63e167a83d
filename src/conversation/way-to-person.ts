import type { Contact } from '../protocol/contact.ts';
import type { WidgetSettings } from '../protocol/routes.ts';

/**
 * Where a wish for a person leads. `straight`: to the team at once. `sheet`: the customer first sees what will be shared, or
 * says how to be reached. `email`: no person answers here, a request can be left for an answer by e-mail. `none`: nowhere.
 */
export type WayToPerson = 'straight' | 'sheet' | 'email' | 'none';

/** A team of which nobody knows whether it is there keeps nobody from asking for it. */
export function wayToPerson(
  settings: Pick<WidgetSettings, 'handoff' | 'tickets' | 'preview' | 'ask' | 'team'>,
  known: Contact,
): WayToPerson {
  const { handoff, tickets, preview, ask, team } = settings;
  if (!handoff) return tickets ? 'email' : 'none';
  const isMissing = ask.some((field) => !known[field]);
  const isShown = preview === 'always' || (preview === 'auto' && team.state === 'away');
  return isMissing || isShown ? 'sheet' : 'straight';
}
