const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address as a browser would open it, or null when it is relative, malformed or of a kind we do not open.
 * The answer is the normalised form, so what was checked is what is clicked.
 */
export function safeUrl(text: string): string | null {
  try {
    const url = new URL(text);
    return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
