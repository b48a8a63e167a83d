import styles from '../../styles/lightbox.css?inline';
import { rich, t } from '../../translate.ts';
import { PanelDialog } from '../PanelDialog.tsx';
import type { View } from '../view.ts';
import { Drawn } from './Drawn.tsx';
import type { Picture } from './pictures.ts';

export type OpenImage = { name: string; alt: string; picture: Picture };

export type LightboxProps = { view: View; image: OpenImage };

/** A picture as large as the panel. */
export function Lightbox({ view, image }: LightboxProps) {
  function close() {
    view.dialog.value = null;
  }

  return (
    <PanelDialog
      view={view}
      look="lightbox"
      styles={styles}
      title={rich('image.title', { file: image.name })}
      closeName={t('image.close')}
      close={close}
    >
      <div class="lightbox-picture">
        <Drawn picture={image.picture} alt={image.alt} onBroken={close} />
      </div>
    </PanelDialog>
  );
}
