const OPENED = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const MOST_CHARACTERS = 2048;

/** An address that a customer may be led to, in its normal form; null for any other kind, or none. */
export function safeAddress(address: string | undefined): string | null {
  if (address === undefined || address.length > MOST_CHARACTERS) return null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return OPENED.has(url.protocol) ? url.href : null;
}
