/** A drawing beside words; it says nothing by itself. `small` is 16 px instead of 20. */
export function Icon({ path, small }: { path: string; small?: boolean }) {
  return (
    <svg class={small ? 'icon small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const personIcon =
  'M12 4.4a3.6 3.6 0 1 0 0 7.2a3.6 3.6 0 1 0 0-7.2M4.8 20c.7-4 3.6-6 7.2-6s6.5 2 7.2 6';
export const moreIcon = 'M5.5 12h.01M12 12h.01M18.5 12h.01';
export const closeIcon = 'M6 6l12 12M18 6L6 18';
export const sendIcon = 'M12 19V5M6 11l6-6 6 6';
export const goIcon = 'M5 12h14M13 6l6 6-6 6';
export const sparkIcon =
  'M12 3.5c.8 4.8 3.2 7.4 8.5 8.5-5.3 1.1-7.7 3.7-8.5 8.5-.8-4.8-3.2-7.4-8.5-8.5C8.8 10.9 11.2 8.3 12 3.5z';
export const warningIcon = 'M12 4l9 16H3zM12 10v4.5M12 17.2v.1';
export const offlineIcon =
  'M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4.5-2.6M19 12a10 10 0 0 0-5-2.8M12 19v.1';
export const sentIcon = 'M5 12.5l4.5 4.5L19 7.5';
