/** Reasons for which no connection was made, so that nothing of the request can have arrived. */
const NOT_SENT = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
]);

/**
 * Whether a rejected `fetch` can have sent nothing: no address, no connection, no trust. Anything else counts as sent,
 * because believing the opposite would double a message.
 */
export function isNotSent(error: unknown): boolean {
  const causes = rootCauses(error);
  return causes.length > 0 && causes.every((cause) => neverConnected(cause));
}

/** The system's own word for what happened, such as `ECONNRESET`. */
export function systemCode(error: unknown): string {
  for (const cause of rootCauses(error)) {
    const code = property(cause, 'code');
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return code;
  }
  return 'network';
}

function neverConnected(cause: unknown): boolean {
  const syscall = property(cause, 'syscall');
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  const code = property(cause, 'code');
  return typeof code === 'string' && NOT_SENT.has(code);
}

/** `fetch` wraps what happened; a host with several addresses fails once for each. */
function rootCauses(error: unknown): unknown[] {
  if (error instanceof AggregateError) return error.errors.flatMap(rootCauses);
  const cause = property(error, 'cause');
  return cause === undefined ? [error] : rootCauses(cause);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
