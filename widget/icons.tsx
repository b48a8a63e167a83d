const PATHS = {
  person: 'M12 4.4a3.6 3.6 0 1 0 0 7.2a3.6 3.6 0 1 0 0-7.2M4.8 20c.7-4 3.6-6 7.2-6s6.5 2 7.2 6',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9.5l6 6 6-6',
  send: 'M12 19V5M6 11l6-6 6 6',
  go: 'M5 12h14M13 6l6 6-6 6',
  stop: 'M8 7h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z',
  sent: 'M5 12.5l4.5 4.5L19 7.5',
  read: 'M2.5 12.8l4 4L14.5 8M11 15.5l1.3 1.3L20.5 8',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.1',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 7v5.3l3.3 2',
  offline:
    'M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4.5-2.6M19 12a10 10 0 0 0-5-2.8M12 19v.1',
  outside: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-8.5 8.5',
  copy: 'M11 8.5h6.5a2.5 2.5 0 0 1 2.5 2.5v6.5a2.5 2.5 0 0 1-2.5 2.5H11a2.5 2.5 0 0 1-2.5-2.5V11A2.5 2.5 0 0 1 11 8.5zM15.5 8.5V6A2.5 2.5 0 0 0 13 3.5H6.5A2.5 2.5 0 0 0 4 6v6.5A2.5 2.5 0 0 0 6.5 15h2',
  page: 'M6 3.5h8L18.5 8v12.5H6zM14 3.5V8h4.5',
  spark:
    'M12 3.5c.8 4.8 3.2 7.4 8.5 8.5-5.3 1.1-7.7 3.7-8.5 8.5-.8-4.8-3.2-7.4-8.5-8.5C8.8 10.9 11.2 8.3 12 3.5z',
};

export type IconName = keyof typeof PATHS;

/** A drawing beside words; it says nothing by itself. `small` is 16 px instead of 20. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg class={`icon ${small ? 'small' : ''} icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Two linked turns, the first dashed: a conversation changing hands. */
export function HandoffMark() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="7.5" cy="12" r="4.2" stroke-dasharray="2.6 2.2" />
      <circle cx="16.5" cy="12" r="4.2" fill="currentColor" fill-opacity=".18" />
    </svg>
  );
}
