import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { createAnnouncer, type Announcer } from '../announcer.ts';
import type { Chat } from '../chat-type.ts';
import { focusedIn, isComposing, keepFocus } from '../focus.ts';
import { loadTexts } from '../language.ts';
import { language, t } from '../translate.ts';
import { Banner } from './Banner.tsx';
import { Composer } from './Composer.tsx';
import { FootNote } from './FootNote.tsx';
import { Header } from './Header.tsx';
import { Cards, Dialogs, PageCover } from './lazy-parts.tsx';
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

  let announcer: Announcer | null = null;
  let beside: Promise<() => void> | null = null;
  const view = createView({
    keptConversation: chat.conversation.peek().id,
    say: (text) => announcer?.say(text),
    alert: (text) => announcer?.alert(text),
    position: options.position,
    isFullScreen,
    returnFocus: () => options.returnFocus(),
  });
  const place = document.createElement('div');
  root.append(place);
  const stopRendering = effect(() => {
    // The page gets its live regions when the chat is first opened, and keeps them: a person may answer later.
    if (chat.isOpen.value) announcer ??= createAnnouncer(document);
    if (chat.isUnderWay.value) beside ??= startBeside(chat, view);
    render(chat.isOpen.value ? <Panel chat={chat} view={view} /> : null, place);
  });

  return () => {
    stopRendering();
    render(null, place);
    place.remove();
    narrow.removeEventListener('change', onWidth);
    void beside?.then((stop) => stop());
    announcer?.remove();
  };
}

/** Comes in a file of its own: at first nothing is to be said. Without it the chat is silent, and works. */
async function startBeside(chat: Chat, view: View): Promise<() => void> {
  try {
    const [{ goBesidePanel }] = await Promise.all([
      import('./beside-panel.ts'),
      loadTexts('conversation'),
    ]);
    return goBesidePanel({ chat, announcer: view });
  } catch {
    return () => {};
  }
}

/** Narrower than this the panel covers the page. */
const FULL_SCREEN_QUERY = '(max-width: 479.98px)';

/** The open chat. */
export function Panel({ chat, view }: { chat: Chat; view: View }) {
  const panel = useRef<HTMLElement>(null);
  const isFullScreen = view.isFullScreen.value;
  const state = chat.state.value;
  const { locale, isRightToLeft } = language.value;
  const hasCards = state !== 'idle' || chat.problem.value !== null;

  useFocusOfPanel(panel, chat, view);

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
      dir={isRightToLeft ? 'rtl' : 'ltr'}
      lang={locale}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) chat.close();
      }}
    >
      <div class="main" data-scroller="">
        <Banner chat={chat} view={view} />
        <Header chat={chat} view={view} />
        <Log chat={chat} view={view} />
        <footer class="foot">
          {hasCards && <Cards chat={chat} view={view} />}
          <Composer chat={chat} view={view} />
          <FootNote chat={chat} />
        </footer>
      </div>
      {view.dialog.value !== null && <Dialogs chat={chat} view={view} />}
      {isFullScreen && <PageCover panel={panel} />}
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
