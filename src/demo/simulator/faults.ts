import { z } from 'zod';

/** What goes wrong with a matching request. `after` means: after Zendesk did what was asked. */
export const Effect = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('status'),
    status: z.int().min(200).max(599),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown().optional(),
    contentType: z.string().optional(),
    after: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('hang'), after: z.boolean().optional() }),
  z.strictObject({ type: z.literal('reset'), after: z.boolean().optional() }),
  /** The caller sees a cut connection at once, and the request takes effect later all the same. */
  z.strictObject({ type: z.literal('late'), ms: z.number().min(0) }),
  z.strictObject({ type: z.literal('delay'), ms: z.number().min(0) }),
]);
export type Effect = z.infer<typeof Effect>;

export const FaultRule = z.strictObject({
  match: z.strictObject({
    method: z.string().optional(),
    /** A regular expression on the path with its query. */
    path: z.string().refine(isRegularExpression, 'not a regular expression').optional(),
    /** The first matching request that is hit, counted from 1. */
    nth: z.int().min(1).optional(),
    /** How many in a row are hit; one if only `nth` is given, all if neither is. */
    times: z.int().min(1).optional(),
  }),
  effect: Effect,
});
export type FaultRule = z.input<typeof FaultRule>;

const WebhookFault = z.enum(['normal', 'drop', 'duplicate', 'reorder', 'late', 'batch']);
export type WebhookFault = z.infer<typeof WebhookFault>;

const FaultSet = z.strictObject({
  rules: z.array(FaultRule).optional(),
  webhooks: WebhookFault.optional(),
  /** How late, for `late`, `reorder` and `batch`. */
  ms: z.number().min(0).optional(),
  /** How long a message or conversation stays out of lists. */
  listLagMs: z.number().min(0).optional(),
  /** How long a ticket stays out of search. */
  searchLagMs: z.number().min(0).optional(),
});
/** A bare list is the list of rules. */
export const FaultRequest = z.union([
  z.array(FaultRule).transform((rules) => ({ rules })),
  FaultSet,
]);
export type FaultRequest = z.input<typeof FaultSet>;

export type Faults = {
  readonly webhooks: WebhookFault;
  readonly webhookDelayMs: number;
  readonly listLagMs: number;
  readonly searchLagMs: number;
  /** Replaces what it names and leaves the rest. */
  set(request: FaultRequest): void;
  clear(): void;
  /** The effect this request meets, if any. Asking counts: call it once per request. */
  meet(method: string, path: string): Effect | undefined;
};

const calm = {
  webhooks: 'normal',
  webhookDelayMs: 1000,
  listLagMs: 0,
  searchLagMs: 1000, // Zendesk's search index trails by seconds to minutes
} as const;

export function createFaults(): Faults {
  let rules: { rule: FaultRule; seen: number }[] = [];
  let state: Pick<Faults, 'webhooks' | 'webhookDelayMs' | 'listLagMs' | 'searchLagMs'> = calm;

  return {
    get webhooks() {
      return state.webhooks;
    },
    get webhookDelayMs() {
      return state.webhookDelayMs;
    },
    get listLagMs() {
      return state.listLagMs;
    },
    get searchLagMs() {
      return state.searchLagMs;
    },
    set(request) {
      const { rules: newRules, ms, ...rest } = FaultSet.parse(request);
      if (newRules) rules = newRules.map((rule) => ({ rule, seen: 0 }));
      state = { ...state, ...rest, webhookDelayMs: ms ?? state.webhookDelayMs };
    },
    clear() {
      rules = [];
      state = calm;
    },
    meet(method, path) {
      let met: Effect | undefined;
      for (const entry of rules) {
        if (!matches(entry.rule, method, path)) continue;
        entry.seen += 1;
        met ??= isDue(entry.rule, entry.seen) ? entry.rule.effect : undefined;
      }
      return met;
    },
  };
}

function matches({ match }: FaultRule, method: string, path: string): boolean {
  const wanted = match.method?.toUpperCase();
  return (
    (wanted === undefined || wanted === method) &&
    (match.path === undefined || new RegExp(match.path).test(path))
  );
}

function isDue({ match }: FaultRule, count: number): boolean {
  const first = match.nth ?? 1;
  const times = match.times ?? (match.nth === undefined ? Infinity : 1);
  return count >= first && count < first + times;
}

function isRegularExpression(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}
