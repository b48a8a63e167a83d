import { render } from 'preact';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { Chat } from './chat-type.ts';
import { systemClock } from './clock.ts';
import { Hello } from './components/Hello.tsx';
import { greet } from './greeting.ts';
import { loadTexts } from './language.ts';
import type { PanelHost } from './panel-host.ts';
import { browserKeyValue } from './storage.ts';

type Rule = NonNullable<WidgetSettings['proactive']>;

/** Lets the AI agent speak first in the corner of this page, when the site's rule says so. Returns what ends it. */
export async function sayHello(
  rule: Rule,
  chat: Chat,
  { root, position, returnFocus }: PanelHost,
): Promise<() => void> {
  await loadTexts('later');
  // The chat has been taken off the page meanwhile.
  if (!root.isConnected) return () => {};
  const place = document.createElement('div');
  root.append(place);
  const end = greet({
    rule,
    chat,
    clock: systemClock,
    pageAgeMs: performance.now(),
    kept: browserKeyValue(),
    session: sessionItems,
    isBusy: () => document.visibilityState === 'hidden' || isTyping(document.activeElement),
    path: () => location.pathname,
    show(dismiss) {
      const assistant = chat.settings.peek()?.assistant ?? '';
      const { message } = rule;
      render(
        <Hello
          {...{ assistant, message, position }}
          open={() => chat.open('customer')}
          dismiss={() => {
            dismiss();
            returnFocus();
          }}
        />,
        place,
      );
      return () => render(null, place);
    },
  });
  return () => {
    end();
    place.remove();
  };
}

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches('input, textarea, select, iframe'))
  );
}

/** Where the browser denies it, nothing is remembered beyond the page. */
const sessionItems = {
  getItem(key: string): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key: string, value: string): void {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      // The page itself shows it only once.
    }
  },
};
