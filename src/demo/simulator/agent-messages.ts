import { addAttachment, mediaUrlOf } from './attachments-api.ts';
import { face } from './pictures.ts';
import type { Conversation, Message, NewMessage } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** A message that a person in the agent workspace wrote. */
export function agentMessage(
  zendesk: Zendesk,
  agent: { id: number; name: string },
  content: Message['content'],
): NewMessage {
  return {
    author: {
      type: 'business',
      displayName: agent.name,
      ...(zendesk.settings.agentPictures && { avatarUrl: pictureOf(zendesk, agent) }),
      ...(zendesk.settings.agentSubtypes && { subtypes: ['agent'] }),
    },
    content,
    source: { type: 'zd:agentWorkspace' },
    metadata: workspaceMetadata(zendesk, String(agent.id)),
  };
}

/** What the workspace writes on each message of its own. */
export function workspaceMetadata(zendesk: Zendesk, agentId: string) {
  return {
    '__zendesk_msg.agent.id': agentId,
    '__zendesk_msg.id': zendesk.ids.next(),
    '__zendesk_msg.client_message_id': zendesk.ids.next(),
    '__zendesk_msg.source_type': 'zd:agentWorkspace',
  };
}

/** Kept as a file of the account, made when it is first needed. */
function pictureOf(zendesk: Zendesk, { name }: { name: string }): string {
  const file = `${name}.png`;
  const known = [...zendesk.attachments.values()].find(
    (each) => each.name === file && each.conversationId === undefined,
  );
  const picture = known ?? addAttachment(zendesk, { name: file, type: 'image/png', bytes: face() });
  return mediaUrlOf(zendesk, picture);
}

/** A file as message content, private as every attachment is. */
export function fileContent(
  zendesk: Zendesk,
  conversation: Conversation,
  {
    caption,
    alt,
    ...file
  }: { name: string; type: string; bytes: Uint8Array<ArrayBuffer>; caption: string; alt?: string },
): Message['content'] {
  const attachment = addAttachment(zendesk, { ...file, conversationId: conversation.id });
  return {
    type: file.type.startsWith('image/') ? 'image' : 'file',
    mediaUrl: mediaUrlOf(zendesk, attachment),
    mediaType: file.type,
    mediaSize: file.bytes.length,
    attachmentId: attachment.id,
    ...(alt && { altText: alt }),
    ...(caption && { text: caption }),
  };
}
