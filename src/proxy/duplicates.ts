import type { OutboxRow } from '../store/store.ts';
import { factsOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** A message of ours as Zendesk lists it. */
export type Copy = {
  id: string;
  received: string;
  metadata?: Record<string, unknown> | undefined;
  deleted?: boolean | null | undefined;
};

/** Removes from a conversation at Zendesk what stands there twice. Never throws: what remains is found again. */
export type RemoveCopies = (remoteId: string, copies: readonly Copy[]) => Promise<void>;

type RemoveCopiesOptions = {
  deleteMessage(remoteId: string, messageId: string): Promise<void>;
  metrics: Pick<Metrics, 'duplicateRepaired'>;
  log: Log;
};

export function createRemoveCopies(options: RemoveCopiesOptions): RemoveCopies {
  const { deleteMessage, metrics, log } = options;
  return async function removeCopies(remoteId, copies) {
    for (const { id } of copies) {
      try {
        await deleteMessage(remoteId, id);
        metrics.duplicateRepaired();
        log.error(
          { remoteId, messageId: id },
          'A message came to Zendesk twice: SETTLE_MS is too short',
        );
      } catch (error) {
        log.warn(
          { remoteId, messageId: id, ...factsOf(error) },
          'A second copy could not be removed',
        );
      }
    }
  };
}

/** The messages that carry this key, and have not been deleted, in the order given. */
export function copiesOf(key: string, messages: readonly Copy[]): Copy[] {
  return messages.filter(({ metadata, deleted }) => metadata?.['k'] === key && deleted !== true);
}

/** Of messages that stand there twice all but one: the one that we know stays, else the first. */
export function surplus(messages: readonly Copy[], outbox: readonly OutboxRow[]): Copy[] {
  return outbox
    .filter(({ kind }) => kind === 'post-message')
    .flatMap(({ key, result }) => {
      const copies = copiesOf(key, messages);
      const kept = copies.find(({ id }) => id === result) ?? copies[0];
      return copies.filter((copy) => copy !== kept);
    });
}
