import { wayToPerson } from '../../src/conversation/way-to-person.ts';
import type { Chat } from '../chat-type.ts';
import type { View } from './view.ts';

/** The customer wants a person, wherever they said so: at once, or by a sheet that shows or asks something first. */
export function wantPerson(chat: Chat, view: View): void {
  const settings = chat.settings.value;
  const contact = view.contact.value;
  if (!settings || !chat.canHandOff.value) return;
  const way = wayToPerson(settings, contact ?? {});
  if (way === 'straight') chat.requestHandoff(contact && { contact });
  else view.dialog.value = way === 'email' ? 'email' : 'handoff';
}
