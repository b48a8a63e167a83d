import { useEffect, useState } from 'preact/hooks';

/** Whether `ms` have gone by since `since` (ms since 1970); null has never begun. Redraws once, when they have. */
export function usePassed(since: number | null, ms: number): boolean {
  const [, redraw] = useState(0);
  const left = since === null ? Infinity : since + ms - Date.now();
  useEffect(() => {
    if (since === null || left <= 0) return undefined;
    // Half a beat late rather than a beat early: a timer may fire a millisecond before its time.
    const timer = setTimeout(() => redraw((count) => count + 1), Math.max(0, left) + 1);
    return () => clearTimeout(timer);
  }, [since, ms]);
  return left <= 0;
}
