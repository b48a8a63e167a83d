import { useId, useRef } from 'preact/hooks';
import { isComposing } from '../../focus.ts';
import { closeIcon, Icon } from '../../icons.tsx';
import { rich, t } from '../../translate.ts';
import { useDialog } from '../use-dialog.ts';
import type { View } from '../view.ts';
import { Drawn } from './Drawn.tsx';
import type { Picture } from './pictures.ts';
import styles from '../../styles/lightbox.css?inline';

export type OpenImage = { name: string; alt: string; picture: Picture };

/** A picture as large as the panel. Escape and the cross lead back to the message. */
export type LightboxProps = { view: View; image: OpenImage };

export function Lightbox({ view, image }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useDialog(dialog, view, styles);
  function close() {
    view.dialog.value = null;
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is inside
    <dialog
      ref={dialog}
      open
      class="lightbox"
      part="lightbox"
      aria-labelledby={id}
      aria-modal={view.isFullScreen.value ? 'true' : undefined}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="lightbox-top">
        <h2 id={id}>{rich('image.title', { file: image.name })}</h2>
        <button type="button" class="icon-button" aria-label={t('image.close')} onClick={close}>
          <Icon path={closeIcon} />
        </button>
      </div>
      <div class="lightbox-picture">
        <Drawn picture={image.picture} alt={image.alt} onBroken={close} />
      </div>
    </dialog>
  );
}
