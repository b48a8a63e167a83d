import { useState } from 'preact/hooks';
import { avatarFile } from '../../../src/conversation/media.ts';
import type { Chat } from '../../chat-type.ts';
import { initials } from '../initials.ts';
import { Drawn } from './Drawn.tsx';
import { usePicture } from './use-picture.ts';

export type AvatarProps = {
  chat: Chat;
  name: string;
  /** Says whether it is the same picture; it is not loaded from there. */
  url: string;
  /** A message of this person. */
  messageId: string;
};

/** The face of a person of the team; their initials until it is there, and if it is not. */
export function Avatar({ chat, name, url, messageId }: AvatarProps) {
  const [found] = usePicture(chat, avatarFile(messageId), url);
  const [isBroken, setBroken] = useState(false);
  if (found.state !== 'there' || isBroken) return <>{initials(name)}</>;
  return <Drawn picture={found.picture} alt="" onBroken={() => setBroken(true)} />;
}
