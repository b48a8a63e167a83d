import { DatabaseError } from 'pg';
import { StoreUnavailable } from './store.ts';

/**
 * Classes of SQLSTATE that say nothing about the statement, only that the database cannot be used now or not by us:
 * connection, authorization, unknown database, transaction given up (deadlock), resources, object in use, intervention,
 * system, internal.
 */
const UNAVAILABLE_CLASSES = new Set(['08', '28', '3D', '40', '53', '55', '57', '58', 'XX']);

/** Read-only, idle too long inside a transaction, no permission. */
const UNAVAILABLE = new Set(['25006', '25P03', '42501']);

/** `StoreUnavailable` for what is no fault of the statement, with pg's error as its cause; else the error itself. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const code = error.code ?? '';
    return UNAVAILABLE_CLASSES.has(code.slice(0, 2)) || UNAVAILABLE.has(code)
      ? unavailable(error)
      : error;
  }
  // What the database did not answer is a trouble of the connection, unless it is one of the program.
  return error instanceof Error && !(error instanceof TypeError) ? unavailable(error) : error;
}

function unavailable(error: Error): StoreUnavailable {
  // Node says nothing itself when every address of a name was tried.
  const [first] = error instanceof AggregateError ? error.errors : [];
  const reason = first instanceof Error ? first.message : error.message;
  return new StoreUnavailable(`PostgreSQL: ${reason}`, { cause: error });
}
