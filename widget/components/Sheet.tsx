import type { ComponentChildren } from 'preact';
import styles from '../styles/sheet.css?inline';
import { t } from '../translate.ts';
import { PanelDialog } from './PanelDialog.tsx';
import type { View } from './view.ts';

type SheetProps = { view: View; title: string; close(): void; children: ComponentChildren };

/** A dialog that rises from the end of the panel. */
export function Sheet(props: SheetProps) {
  return (
    <div class="scrim">
      <PanelDialog {...props} look="sheet" styles={styles} closeName={t('dialog.back')} />
    </div>
  );
}
