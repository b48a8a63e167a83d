import { useState } from 'preact/hooks';
import type { Item, Media } from '../../../src/protocol/message-content.ts';
import type { Chat } from '../../chat-type.ts';
import { Icon } from '../../icons.tsx';
import { ButtonRow } from './ButtonRow.tsx';
import { Drawn } from './Drawn.tsx';
import { imageIcon } from './icons.ts';
import { usePicture } from './use-picture.ts';

type ItemCardProps = { chat: Chat; messageId: string; item: Item };

/** One thing of several: a picture, what it is, and what can be done with it. */
export function ItemCard({ chat, messageId, item }: ItemCardProps) {
  return (
    <>
      {item.media && <ItemPicture chat={chat} media={item.media} />}
      <div class="item-words">
        <b>
          <bdi>{item.title}</bdi>
        </b>
        {item.description && (
          <p>
            <bdi>{item.description}</bdi>
          </p>
        )}
        <ButtonRow chat={chat} messageId={messageId} buttons={item.buttons} />
      </div>
    </>
  );
}

/** It only adorns: what it shows is said beside it. Its room is kept, whether it comes or not. */
function ItemPicture({ chat, media }: { chat: Chat; media: Media }) {
  const [found] = usePicture(chat, media.file);
  const [isBroken, setBroken] = useState(false);
  return (
    <div class="item-picture" aria-hidden="true">
      {found.state === 'there' && !isBroken ? (
        <Drawn picture={found.picture} alt="" onBroken={() => setBroken(true)} />
      ) : (
        <Icon path={imageIcon} />
      )}
    </div>
  );
}
