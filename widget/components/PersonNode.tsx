import { useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { pageIcon } from '../conversation-icons.tsx';
import { Icon, personIcon } from '../icons.tsx';
import type { MessagesItem } from './log-items.ts';
import { initials } from './initials.ts';
import { Avatar } from './rich/lazy-rich.tsx';
import { useTeamStyles } from './use-team-styles.ts';

export type PersonNodeProps = { chat: Chat; item: MessagesItem };

/** The mark of a person on the thread, or of what speaks by itself for the team. */
export function PersonNode({ chat, item }: PersonNodeProps) {
  const place = useRef<HTMLSpanElement>(null);
  useTeamStyles(place);
  return (
    <span
      ref={place}
      class={item.author.kind === 'agent' ? 'node person' : 'node'}
      aria-hidden="true"
    >
      <Face chat={chat} item={item} />
    </span>
  );
}

function Face({ chat, item: { author, messages } }: PersonNodeProps) {
  if (author.kind !== 'agent') return <Icon path={pageIcon} small />;
  const { name, avatarUrl } = author;
  if (avatarUrl) {
    return <Avatar chat={chat} name={name} url={avatarUrl} messageId={messages[0]?.id ?? ''} />;
  }
  return <>{name ? initials(name) : <Icon path={personIcon} small />}</>;
}
