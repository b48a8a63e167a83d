import type { Contact } from '../../src/protocol/contact.ts';
import type { WidgetSettings } from '../../src/protocol/routes.ts';
import { isEmailAddress } from '../email-address.ts';
import { t } from '../translate.ts';
import type { Typed } from './view.ts';

export type ContactField = { name: keyof Contact; isRequired: boolean };

/** What is asked on the way to a person. An address is welcome where it is not asked for, and needed for an answer by it. */
export function contactFields(
  { ask }: Pick<WidgetSettings, 'ask'>,
  needsEmail: boolean,
): ContactField[] {
  const email = { name: 'email' as const, isRequired: needsEmail || ask.includes('email') };
  return ask.includes('name') ? [{ name: 'name', isRequired: true }, email] : [email];
}

/** What is wrong with a field, as a sentence; null if nothing is. */
export function contactProblem({ name, isRequired }: ContactField, typed: Typed): string | null {
  const value = typed[name].trim();
  if (!value && !isRequired) return null;
  if (name === 'email') return isEmailAddress(value) ? null : t('form.email');
  return value ? null : t('form.required', { field: t('email.your-name') });
}

/** What was typed, as the team gets it. */
export function contactOf(fields: readonly ContactField[], typed: Typed): Contact {
  const contact: Contact = {};
  for (const { name } of fields) {
    const value = typed[name].trim();
    if (value) contact[name] = value;
  }
  return contact;
}
