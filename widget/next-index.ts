/**
 * Which of `count` things in a column an arrow key goes to, from the one at `index` (-1: none of them). Null for other
 * keys. `wrap` goes round at the ends, as in a menu.
 */
export function nextIndex(key: string, index: number, count: number, wrap = false): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'ArrowDown':
      return wrap ? (index + 1) % count : Math.min(index + 1, count - 1);
    case 'ArrowUp':
      if (index === -1) return count - 1;
      return wrap ? (index - 1 + count) % count : Math.max(index - 1, 0);
    default:
      return null;
  }
}
