import type { ControlledTransaction, Kysely } from 'kysely';
import type { ConversationEvent, StoredEvent } from '../protocol/event.ts';
import type { Held } from './engine.ts';
import { addEvents, readEvents, type NewEvent } from './events.ts';
import { addRows, type PlacedRow } from './outbox.ts';
import { takeConversations } from './conversations.ts';
import type { NewOutboxRow } from './store.ts';
import type { Tables } from './tables.ts';

/** What was done in a shared transaction cannot stay as it is: everybody who shared it has to do it again, alone. */
export class DoAgain extends Error {
  override readonly name = 'DoAgain';
}

/**
 * A transaction that many conversations share. What they append and enqueue is kept in memory and written at the end,
 * all of it by a few statements.
 */
export class SharedTransaction {
  readonly db: ControlledTransaction<Tables>;
  readonly #now: () => number;
  readonly #held = new Map<string, Together>();
  #isSpoilt = false;

  constructor(db: ControlledTransaction<Tables>, now: () => number) {
    this.db = db;
    this.#now = now;
  }

  /** Holds those of these conversations that are there and that no other process holds. */
  async take(ids: readonly string[]): Promise<void> {
    for (const { id, seq, position } of await takeConversations(this.db, ids)) {
      this.#held.set(id, new Together(this, id, seq, position));
    }
  }

  held(conversationId: string): Together | undefined {
    return this.#held.get(conversationId);
  }

  /** The seqs that conversations have come to by it. */
  reached(): Map<string, number> {
    const grown = [...this.#held.values()].filter(({ hasGrown }) => hasGrown);
    return new Map(grown.map(({ id, seq }) => [id, seq]));
  }

  async commit(): Promise<void> {
    await this.write();
    if (this.#isSpoilt) throw new DoAgain();
    await this.db.commit().execute();
  }

  /** Writes what is kept in memory, of all or of one. */
  async write(held: Iterable<Together> = this.#held.values()): Promise<void> {
    const events: NewEvent[] = [];
    const rows: PlacedRow[] = [];
    for (const one of held) {
      events.push(...one.events.splice(0));
      rows.push(...one.rows.splice(0));
    }
    const written =
      (await addEvents(this.db, events, this.#now())) && (await addRows(this.db, rows));
    // A repeat has to learn of the first, and the numbers of those after it were wrong.
    if (!written) throw this.spoil();
  }

  /** Something was written that would have to be undone for one alone. */
  spoil(): DoAgain {
    this.#isSpoilt = true;
    return new DoAgain();
  }
}

/** A conversation in it, held by one work after another. */
class Together implements Held {
  readonly id: string;
  readonly events: NewEvent[] = [];
  readonly rows: PlacedRow[] = [];
  seq: number;
  position: number;
  /** Counts what was done that cannot be forgotten again. */
  changes = 0;
  readonly #transaction: SharedTransaction;
  readonly #firstSeq: number;

  constructor(transaction: SharedTransaction, id: string, seq: number, position: number) {
    this.#transaction = transaction;
    this.id = id;
    this.seq = seq;
    this.position = position;
    this.#firstSeq = seq;
  }

  get hasGrown(): boolean {
    return this.seq > this.#firstSeq;
  }

  async db(): Promise<Kysely<Tables>> {
    this.changes += 1;
    if (this.events.length + this.rows.length > 0) await this.#transaction.write([this]);
    return this.#transaction.db;
  }

  async read(afterSeq: number): Promise<StoredEvent[]> {
    const written = this.seq - this.events.length;
    const before =
      afterSeq < written ? await readEvents(this.#transaction.db, this.id, afterSeq) : [];
    const after = this.events.filter(({ seq }) => seq > afterSeq);
    return [...before, ...after.map(({ seq, event }) => ({ seq, event }))];
  }

  async append(key: string, event: ConversationEvent): Promise<{ seq: number; fresh: boolean }> {
    assertStorable(key);
    const known = this.events.find((other) => other.key === key);
    if (known) return { seq: known.seq, fresh: false };
    this.seq += 1;
    this.events.push({ conversationId: this.id, seq: this.seq, key, event });
    return { seq: this.seq, fresh: true };
  }

  async enqueue(rows: readonly NewOutboxRow[], dueAt: number): Promise<void> {
    for (const { kind, key, body } of rows) {
      assertStorable(key);
      assertStorable(body);
      if (this.rows.some((other) => other.kind === kind && other.key === key)) continue;
      this.position += 1;
      this.rows.push({
        conversationId: this.id,
        position: this.position,
        kind,
        key,
        body,
        dueAt,
      });
    }
  }

  /** Gives what takes back everything done since; or spoils the transaction, when that was written already. */
  mark(): () => void {
    const { seq, position, changes } = this;
    const events = this.events.length;
    const rows = this.rows.length;
    return () => {
      if (this.changes > changes) {
        this.#transaction.spoil();
        return;
      }
      this.events.length = events;
      this.rows.length = rows;
      this.seq = seq;
      this.position = position;
    };
  }
}

/** Neither database keeps such a text; inside of JSON one of them would cut it off. */
function assertStorable(text: string): void {
  if (text.includes('\0')) throw new TypeError('Texts with NUL cannot be stored.');
}
