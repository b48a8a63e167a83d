import { StoreUnavailable } from './store.ts';

const BUSY = 5;

/**
 * SQLite's primary result codes that say nothing about the statement, only that the file cannot be used now: PERM, BUSY,
 * LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
 */
const UNAVAILABLE = new Set([3, BUSY, 6, 8, 10, 11, 13, 14, 15, 26]);

/** Somebody else is writing: trying again helps. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === BUSY;
}

/** `StoreUnavailable` for what is no fault of the statement, with libsql's error as its cause; else the error itself. */
export function meaningOf(error: unknown): unknown {
  const code = resultCode(error);
  if (code === null || !UNAVAILABLE.has(code)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable(`SQLite: ${reason}`, { cause: error });
}

/** SQLite's primary result code. libsql gives the extended one, and when it cannot open a file only words. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode & 0xff;
  const code = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(error.message)?.[1];
  return code === undefined ? null : Number(code) & 0xff;
}
