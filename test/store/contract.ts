import { describe, onTestFinished } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { conversationSentences } from './contract-conversations.ts';
import { eventSentences } from './contract-events.ts';
import { fileSentences } from './contract-files.ts';
import { leaseSentences } from './contract-leases.ts';
import { outboxSentences } from './contract-outbox.ts';
import { settingSentences } from './contract-settings.ts';
import { transactionSentences } from './contract-transactions.ts';

export type OpenedStore = {
  store: Store;
  /** Another store on the same data, as a second process would have it. */
  reopen(): Promise<Store>;
  /** Closes all of them and deletes the data. */
  dispose(): Promise<void>;
};

export type OpenStore = () => Promise<OpenedStore>;

/** What every engine has to keep. `open` gives a new and empty store each time. */
export function storeContract(name: string, open: OpenStore): void {
  const openForTest: OpenStore = async () => {
    const opened = await open();
    onTestFinished(() => opened.dispose());
    return opened;
  };

  describe(`the store on ${name}`, () => {
    transactionSentences(openForTest);
    eventSentences(openForTest);
    conversationSentences(openForTest);
    outboxSentences(openForTest);
    leaseSentences(openForTest);
    fileSentences(openForTest);
    settingSentences(openForTest);
  });
}
