const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Headers of an API answer for a page of this origin. Only listed origins may read it; nothing is reflected. */
export function apiHeaders(
  origin: string | undefined,
  allowed: ReadonlySet<string>,
): Record<string, string> {
  return {
    ...SECURITY,
    'cache-control': 'no-store',
    vary: 'Origin',
    ...(origin !== undefined && allowed.has(origin) && { 'access-control-allow-origin': origin }),
  };
}

/** The answer to a browser that asks whether it may ask. */
export function preflightHeaders(
  origin: string | undefined,
  allowed: ReadonlySet<string>,
): Record<string, string> {
  return {
    ...apiHeaders(origin, allowed),
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'Authorization, Content-Type, Last-Event-ID',
    'access-control-max-age': '7200',
  };
}

/** The loader and its chunks may be loaded from everywhere: they hold nothing of anybody. */
export const ASSET_HEADERS = {
  ...SECURITY,
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};
