import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon, closeIcon } from '../icons.tsx';
import { isComposing } from '../focus.ts';
import styles from '../styles/sheet.css?inline';
import { t } from '../translate.ts';
import { useDialog } from './use-dialog.ts';
import type { View } from './view.ts';

type SheetProps = { view: View; title: string; close(): void; children: ComponentChildren };

/** A dialog over the panel. The rest of the panel is inert meanwhile; Escape and the cross lead back to it. */
export function Sheet({ view, title, close, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useId();

  useDialog(sheet, view, styles);

  return (
    <div class="scrim">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is inside */}
      <dialog
        ref={sheet}
        open
        class="sheet"
        part="sheet"
        aria-labelledby={id}
        aria-modal={view.isFullScreen.value ? 'true' : undefined}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event)) return;
          event.stopPropagation();
          close();
        }}
      >
        <div class="sheet-top">
          <h3 id={id}>{title}</h3>
          <button type="button" class="icon-button" aria-label={t('dialog.back')} onClick={close}>
            <Icon path={closeIcon} />
          </button>
        </div>
        {children}
      </dialog>
    </div>
  );
}
