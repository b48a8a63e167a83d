export const downIcon = 'M6 9.5l6 6 6-6';
export const stopIcon = 'M8 7h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z';
export const readIcon = 'M2.5 12.8l4 4L14.5 8M11 15.5l1.3 1.3L20.5 8';
export const clockIcon = 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 7v5.3l3.3 2';
export const outsideIcon = 'M9 5H5v14h14v-4M13 5h6v6M19 5l-8.5 8.5';
export const copyIcon =
  'M11 8.5h6.5a2.5 2.5 0 0 1 2.5 2.5v6.5a2.5 2.5 0 0 1-2.5 2.5H11a2.5 2.5 0 0 1-2.5-2.5V11A2.5 2.5 0 0 1 11 8.5zM15.5 8.5V6A2.5 2.5 0 0 0 13 3.5H6.5A2.5 2.5 0 0 0 4 6v6.5A2.5 2.5 0 0 0 6.5 15h2';
export const pageIcon = 'M6 3.5h8L18.5 8v12.5H6zM14 3.5V8h4.5';

/** Two linked turns, the first dashed: a conversation changing hands. */
export function HandoffMark() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="7.5" cy="12" r="4.2" stroke-dasharray="2.6 2.2" />
      <circle cx="16.5" cy="12" r="4.2" fill="currentColor" fill-opacity=".18" />
    </svg>
  );
}
