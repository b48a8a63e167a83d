import type { Clock } from './clock.ts';
import type { Page } from './page.ts';
import type { Storage } from './storage.ts';
import type { Tabs } from './tabs.ts';

/** What a chat needs of the world around it. */
export type Surroundings = {
  /** Where the proxy lives, without a slash at the end. */
  server: string;
  fetch: typeof fetch;
  storage: Storage;
  tabs: Tabs;
  clock: Clock;
  page: Page;
  /** What language the customer is spoken to in, a BCP 47 tag. */
  locale(): string;
  makeId(): string;
};
