import { useState } from 'preact/hooks';
import type { Message } from '../../../src/protocol/message.ts';
import type { Content } from '../../../src/protocol/message-content.ts';
import type { Chat } from '../../chat-type.ts';
import { Icon } from '../../icons.tsx';
import { t } from '../../translate.ts';
import type { View } from '../view.ts';
import { Drawn } from './Drawn.tsx';
import { imageIcon } from './icons.ts';
import { MediaTrouble } from './MediaTrouble.tsx';
import { usePicture } from './use-picture.ts';

type ImageMessageProps = {
  chat: Chat;
  view: View;
  message: Message;
  content: Extract<Content, { type: 'image' }>;
};

/** A picture in the size that was kept free for it; pressed, it opens as large as the panel. */
export function ImageMessage({ chat, view, message, content }: ImageMessageProps) {
  const { media } = content;
  const [found, retry] = usePicture(chat, media.file);
  const [isBroken, setBroken] = useState(false);
  const alt = content.alt ?? altOf(message, media.name);

  if (found.state === 'missing' || isBroken) {
    const trouble = found.state === 'missing' ? found.trouble : 'refused';
    return <MediaTrouble media={media} trouble={trouble} retry={retry} />;
  }
  if (found.state === 'loading') {
    return (
      <div class="picture" aria-busy="true">
        <span class="visually-hidden">{alt}</span>
        <Icon path={imageIcon} />
      </div>
    );
  }
  const { picture } = found;
  return (
    <button
      type="button"
      class="picture"
      aria-haspopup="dialog"
      onClick={() => (view.dialog.value = { name: media.name, alt, picture })}
    >
      <Drawn picture={picture} alt={alt} onBroken={() => setBroken(true)} />
    </button>
  );
}

/** Nobody said what is to be seen: its name, or whom it is from. */
function altOf({ author }: Message, name: string): string {
  const sender = author.kind === 'customer' ? '' : author.name;
  return /\.\w+$/.test(name) ? name : t('image.from', { name: sender || t('role.team') });
}
