import { ModelError } from '../agent/model-error.ts';
import { StoreUnavailable } from '../store/store.ts';
import { ZendeskSetupError } from '../zendesk/setup-error.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';

/** Structured lines for the operator: ids, sizes and codes, never what somebody wrote, never a secret. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

/**
 * What may be logged of an error. Only our own are logged with their words: those of others, of a model or of a parser,
 * may quote what a customer wrote, so of them there is the name and where they came from.
 */
export function factsOf(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  if (isOurs(error)) return { error: `${error.name}: ${error.message}` };
  const at = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(at !== undefined && { at: at.trim() }),
  };
}

function isOurs(error: Error): boolean {
  return (
    error instanceof ZendeskError ||
    error instanceof ZendeskSetupError ||
    error instanceof StoreUnavailable ||
    error instanceof ModelError
  );
}
