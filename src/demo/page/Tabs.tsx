import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export type Tab = {
  id: string;
  name: string;
  /** How many things wait behind the tab. Decoration: they are announced when they arrive. */
  badge?: number;
  content: ComponentChildren;
};

type Props = {
  tabs: readonly Tab[];
  /** False: all contents are shown side by side and there is nothing to choose. */
  areTabs: boolean;
  shown: string;
  onShow(id: string): void;
};

/** Contents that become tabs. They stay mounted when hidden, so that an iframe in them lives on. */
export function Tabs({ tabs, areTabs, shown, onShow }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const shownIndex = Math.max(
    0,
    tabs.findIndex(({ id }) => id === shown),
  );

  function move(event: KeyboardEvent): void {
    const next = targetOf(event.key, shownIndex, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (!tab || next === null) return;
    event.preventDefault();
    onShow(tab.id);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <>
      {areTabs && (
        <div ref={list} class="tabs" role="tablist" aria-label="Views">
          {tabs.map(({ id, name, badge }, index) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${id}-tab`}
              aria-controls={`${id}-pane`}
              aria-selected={index === shownIndex}
              tabIndex={index === shownIndex ? 0 : -1}
              onClick={() => onShow(id)}
              onKeyDown={move}
            >
              {name}
              {badge ? (
                <span class="badge" aria-hidden="true">
                  {badge}
                </span>
              ) : null}
            </button>
          ))}
        </div>
      )}
      <div class="panes">
        {tabs.map(({ id, content }, index) => (
          <div
            key={id}
            id={`${id}-pane`}
            class="pane"
            hidden={areTabs && index !== shownIndex}
            {...(areTabs && { role: 'tabpanel', 'aria-labelledby': `${id}-tab` })}
          >
            {content}
          </div>
        ))}
      </div>
    </>
  );
}

function targetOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
