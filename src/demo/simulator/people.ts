import type { Person, User } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** What a customer is called where a name is needed. */
export function customerName({ profile, visitorName }: User): string {
  return [profile.givenName, profile.surname].filter(Boolean).join(' ') || visitorName;
}

/** Finds the end-user with this e-mail address, or makes one. */
export function endUser(
  zendesk: Zendesk,
  { name, email }: { name: string; email: string | null },
): Person {
  const known = [...zendesk.people.values()].find(
    (person) => email !== null && person.email?.toLowerCase() === email.toLowerCase(),
  );
  if (known) return known;
  const person: Person = { id: zendesk.ids.nextNumber(), name, email, role: 'end-user' };
  zendesk.people.set(person.id, person);
  return person;
}

/** The requester of a messaging ticket: what the handoff said, else what the conversation's user is. */
export function requesterOf(
  zendesk: Zendesk,
  userId: string,
  said: { name?: string; email?: string },
): Person {
  const user = zendesk.users.get(userId);
  const name = said.name ?? (user && customerName(user)) ?? 'Visitor';
  const own = zendesk.people.get(user?.personId ?? 0);
  const person = said.email || !own ? endUser(zendesk, { name, email: said.email ?? null }) : own;
  if (user) user.personId = person.id;
  return person;
}
