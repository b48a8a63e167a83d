import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { createAnnouncer } from '../announcer.ts';
import type { Chat } from '../chat-type.ts';
import { focusedIn, isComposing, keepFocus } from '../focus.ts';
import { language, t } from '../translate.ts';
import { Banner } from './Banner.tsx';
import { Composer } from './Composer.tsx';
import { FootNote } from './FootNote.tsx';
import { coverPage, FULL_SCREEN_QUERY } from './full-screen.ts';
import { Header } from './Header.tsx';
import { Cards, Dialogs } from './lazy-parts.tsx';
import { Log } from './Log.tsx';
import { addPanelStyles, type Theme } from './stylesheets.ts';
import { createView, type View } from './view.ts';

type PanelOptions = {
  theme: Theme;
  position: 'left' | 'right';
  /** Gives the focus back to what opened the panel. */
  returnFocus(): void;
};

/** Puts the panel into the shadow root; it is there while the chat is open. Returns the function that takes it away. */
export function mountPanel(root: ShadowRoot, chat: Chat, options: PanelOptions): () => void {
  addPanelStyles(root, options.theme);
  const narrow = matchMedia(FULL_SCREEN_QUERY);
  const isFullScreen = signal(narrow.matches);
  function onWidth() {
    isFullScreen.value = narrow.matches;
  }
  narrow.addEventListener('change', onWidth);

  let voice: Voice | null = null;
  const view = createView({
    say: (text) => voice?.say(text),
    position: options.position,
    isFullScreen,
    returnFocus: () => options.returnFocus(),
  });
  const place = document.createElement('div');
  root.append(place);
  const stopRendering = effect(() => {
    // The page gets its live regions when the chat is first opened, and keeps them: a person may answer later.
    if (chat.isOpen.value) voice ??= startVoice(chat);
    render(chat.isOpen.value ? <Panel chat={chat} view={view} /> : null, place);
  });

  return () => {
    stopRendering();
    render(null, place);
    place.remove();
    narrow.removeEventListener('change', onWidth);
    voice?.stop();
  };
}

type Voice = { say(text: string): void; stop(): void };

/** Makes the announcer and lets it say what happens. That part comes in a file of its own: at first nothing happens. */
function startVoice(chat: Chat): Voice {
  const announcer = createAnnouncer(document);
  let isOver = false;
  let stopAnnouncing = () => {};
  async function announceEvents() {
    const { announce } = await import('./announcements.ts');
    if (!isOver) stopAnnouncing = announce({ chat, announcer });
  }
  // Without that file the chat is silent, and works.
  void announceEvents().catch(() => {});
  return {
    say: announcer.say,
    stop() {
      isOver = true;
      stopAnnouncing();
      announcer.remove();
    },
  };
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/;

/** The open chat. */
export function Panel({ chat, view }: { chat: Chat; view: View }) {
  const panel = useRef<HTMLElement>(null);
  const isFullScreen = view.isFullScreen.value;
  const state = chat.state.value;
  const { locale } = language.value;
  const hasCards = state !== 'idle' || chat.problem.value !== null;

  useFocusOfPanel(panel, chat, view);
  useReturnedFocus(view);
  useLayoutEffect(() => {
    const element = panel.current;
    const tree = element?.getRootNode();
    if (!isFullScreen || !element) return undefined;
    return coverPage(element, tree instanceof ShadowRoot ? tree.host : element);
  }, [isFullScreen]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is inside
    <section
      ref={panel}
      class={`panel ${view.position} ${view.isLarge.value ? 'large' : ''}`}
      part="panel"
      role={isFullScreen ? 'dialog' : 'region'}
      aria-modal={isFullScreen ? 'true' : undefined}
      aria-label={t('chat.title')}
      data-state={state}
      dir={RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr'}
      lang={locale}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) chat.close();
      }}
    >
      <div class="main" data-scroller="" inert={view.dialog.value !== null}>
        <Banner chat={chat} />
        <Header chat={chat} view={view} />
        <Log chat={chat} view={view} />
        <footer class="foot">
          {hasCards && <Cards chat={chat} view={view} />}
          <Composer chat={chat} view={view} />
          <FootNote chat={chat} />
        </footer>
      </div>
      {view.dialog.value !== null && <Dialogs chat={chat} view={view} />}
    </section>
  );
}

/** The focus comes in with a customer who opened the panel, stays when content changes, and leaves with it. */
function useFocusOfPanel(panel: { current: HTMLElement | null }, chat: Chat, view: View) {
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return undefined;
    if (chat.openedBy.peek() === 'customer') view.composer.current?.focus();
    return keepFocus(element, () => view.composer.current?.focus());
  }, []);
  useLayoutEffect(
    () => () => {
      if (panel.current && focusedIn(panel.current)) view.returnFocus();
    },
    [],
  );
}

/** A sheet that closes gives the focus back to what opened it. */
function useReturnedFocus(view: View) {
  const opener = useRef<HTMLElement | null>(null);
  const dialog = view.dialog.value;
  useLayoutEffect(() => {
    if (dialog === null) {
      const target = opener.current?.isConnected ? opener.current : view.composer.current;
      if (opener.current) target?.focus();
      opener.current = null;
    }
  }, [dialog]);
  if (dialog !== null && opener.current === null) {
    opener.current = view.composer.current && activeBeside(view.composer.current);
  }
}

function activeBeside(element: HTMLElement): HTMLElement | null {
  const panel = element.closest<HTMLElement>('.panel');
  return panel && focusedIn(panel);
}
