/** Structured lines for the operator: ids, sizes and codes, never what somebody wrote, never a secret. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
