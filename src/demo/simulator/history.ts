/** What happened on the wire, for a page that shows it and for tests that ask. Holds no secret. */

export type RequestRecord = {
  at: string;
  method: string;
  path: string;
  /** `authorization` says only which kind it was. */
  authorization: 'none' | 'basic' | 'bearer' | 'other';
  /** What the caller saw; `pending` until then. */
  status: number | 'pending' | 'hang' | 'reset';
  ms?: number;
  body?: unknown;
  /** Ids of what the request created, also when the caller never saw the answer. */
  effects: string[];
};

export type DeliveryAttempt = { at: string; outcome: number | 'timeout' | 'unreachable' };

export type DeliveryRecord = {
  at: string;
  event: { id: string; type: string; conversationId?: string };
  webhookId: string;
  target: string;
  state: 'pending' | 'delivered' | 'given-up' | 'dropped';
  attempts: DeliveryAttempt[];
};

export type History = {
  requests: RequestRecord[];
  deliveries: DeliveryRecord[];
  addRequest(record: RequestRecord): RequestRecord;
  addDelivery(record: DeliveryRecord): DeliveryRecord;
  clear(): void;
};

const KEPT = 10_000;

export function createHistory(): History {
  const requests: RequestRecord[] = [];
  const deliveries: DeliveryRecord[] = [];
  return {
    requests,
    deliveries,
    addRequest: (record) => keep(requests, record),
    addDelivery: (record) => keep(deliveries, record),
    clear() {
      requests.length = 0;
      deliveries.length = 0;
    },
  };
}

function keep<T>(list: T[], item: T): T {
  list.push(item);
  if (list.length > KEPT) list.shift();
  return item;
}

export function authorizationKind(header: string | null): RequestRecord['authorization'] {
  if (header === null) return 'none';
  if (/^basic /i.test(header)) return 'basic';
  return /^bearer /i.test(header) ? 'bearer' : 'other';
}

/** A JSON body with its secrets masked. Anything else is left out. */
export function recordedBody(contentType: string | null, bytes?: ArrayBuffer): unknown {
  if (!contentType?.startsWith('application/json') || !bytes?.byteLength) return undefined;
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text, (key, value: unknown) =>
      /secret|token|password/i.test(key) && typeof value === 'string' ? '•••' : value,
    );
  } catch {
    return text;
  }
}

/** The ids at the first two levels of an answer: `{user: {id}}`, `{messages: [{id}, …]}`. */
export function answeredIds(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer)
    .flat()
    .flatMap((value: unknown) =>
      typeof value === 'object' && value !== null && 'id' in value ? [String(value.id)] : [],
    );
}
