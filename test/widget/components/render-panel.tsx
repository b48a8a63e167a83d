import { signal } from '@preact/signals';
import { act, cleanup, configure, render } from '@testing-library/preact';
import { onTestFinished, vi } from 'vitest';
import { Panel } from '../../../widget/components/Panel.tsx';
import { createView } from '../../../widget/components/view.ts';
import type { FakeChat } from '../fake-chat.ts';
import { preloadPanel } from '../preload-panel.ts';

// Finding things by their roles takes long where other tests keep the machine busy.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 15_000 });

type Circumstances = { isPhone?: boolean; hasFinger?: boolean };

// The parts that come in files of their own are there, as they are for a customer after a moment.
await preloadPanel();

/** Shows the panel of a chat outside of a shadow root, where a test can see it. */
export function renderPanel(
  chat: FakeChat,
  { isPhone = false, hasFinger = false }: Circumstances = {},
) {
  // jsdom has neither media queries nor scrolling.
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('coarse') && hasFinger,
  }));
  Element.prototype.scrollIntoView = () => {};
  // What the panel undoes after its last frame is done while there is still a window.
  onTestFinished(() => act(cleanup));
  const say = vi.fn<(text: string) => void>();
  const alert = vi.fn<(text: string) => void>();
  const returnFocus = vi.fn<() => void>();
  const view = createView({
    keptConversation: chat.conversation.peek().id,
    say,
    alert,
    position: 'right',
    isFullScreen: signal(isPhone),
    returnFocus,
  });
  const rendered = render(<Panel chat={chat} view={view} />);
  return { ...rendered, view, say, alert, returnFocus };
}
