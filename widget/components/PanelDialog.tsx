import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { focusedIn, isComposing } from '../focus.ts';
import { closeIcon, Icon } from '../icons.tsx';
import dialogStyles from '../styles/dialog.css?inline';
import { addStyle } from './stylesheets.ts';
import type { View } from './view.ts';

type PanelDialogProps = {
  view: View;
  /** Its class and its part. */
  look: 'sheet' | 'lightbox';
  styles: string;
  title: ComponentChildren;
  /** What the cross is called. */
  closeName: string;
  close(): void;
  children: ComponentChildren;
};

/** A dialog over the panel. The rest of the panel is inert meanwhile; Escape and the cross lead back to it. */
export function PanelDialog(props: PanelDialogProps) {
  const { view, look, title, close } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useStandsOver(dialog, view, dialogStyles + props.styles);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is inside
    <dialog
      ref={dialog}
      open
      class={look}
      part={look}
      aria-labelledby={id}
      aria-modal={view.isFullScreen.value ? 'true' : undefined}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="dialog-top">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={props.closeName} onClick={close}>
          <Icon path={closeIcon} />
        </button>
      </div>
      {props.children}
    </dialog>
  );
}

/** The focus comes in, to what is marked `data-first-focus` or the first button, and goes back to where it was. */
function useStandsOver(dialog: RefObject<HTMLElement | null>, view: View, styles: string): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const rest = element?.closest('.panel')?.querySelector<HTMLElement>('.main');
    if (!element || !rest) return undefined;
    addStyle(element, styles);
    const opener = focusedIn(rest);
    rest.toggleAttribute('inert', true);
    const first =
      element.querySelector<HTMLElement>('[data-first-focus]') ?? element.querySelector('button');
    first?.focus();
    return () => {
      rest.toggleAttribute('inert', false);
      (opener?.isConnected ? opener : view.composer.current)?.focus();
    };
  }, []);
}
