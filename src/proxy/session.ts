import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^Bearer ([A-Za-z0-9_-]{43})$/;

/** A conversation's token: 256 random bits in base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token of an Authorization header, null if there is none of the right shape. */
export function bearerToken(header: string | undefined): string | null {
  return TOKEN.exec(header ?? '')?.[1] ?? null;
}
