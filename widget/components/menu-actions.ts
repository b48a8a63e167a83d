import { isOpen } from '../../src/conversation/status.ts';
import type { Chat } from '../chat-type.ts';
import { saveFile } from './save-file.ts';
import type { View } from './view.ts';

/** Starts a new chat; asks first if that would send a person or a place in line away. */
export function requestNewChat(chat: Chat, view: View): void {
  if (isOpen(chat.conversation.value.handoff)) view.dialog.value = 'restart';
  else chat.startNewChat();
}

/** Saves the chat as a text file on the customer's own device. */
export async function downloadTranscript(chat: Chat): Promise<void> {
  const { transcriptFile } = await import('./transcript-file.ts');
  const { name, text } = transcriptFile(chat.conversation.value, new Date());
  saveFile(name, new Blob([text], { type: 'text/plain;charset=utf-8' }));
}
