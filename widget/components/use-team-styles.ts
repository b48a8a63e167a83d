import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import styles from '../styles/team.css?inline';
import { addStyle } from './stylesheets.ts';

/** How people, what happened and the wait for them look: the first part of the team that is seen brings it along. */
export function useTeamStyles(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (place.current) addStyle(place.current, styles);
  }, []);
}
