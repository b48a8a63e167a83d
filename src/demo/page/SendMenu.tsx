import { useRef } from 'preact/hooks';
import { sendable, type Sendable } from './sendable.ts';

/** Everything that a team can send besides words. */
export function SendMenu({ onSend }: { onSend(what: Sendable): void }) {
  const menu = useRef<HTMLDetailsElement>(null);

  function close(): void {
    if (menu.current) menu.current.open = false;
    menu.current?.querySelector('summary')?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is inside
    <details
      ref={menu}
      class="send-menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <summary>Send…</summary>
      <ul>
        {sendable.map((what) => (
          <li key={what.kind}>
            <button
              type="button"
              onClick={() => {
                close();
                onSend(what);
              }}
            >
              {what.name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
