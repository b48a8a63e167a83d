/** Where Zendesk keeps attachments and pictures of agents. */
const MEDIA_DOMAINS = ['zendesk.com', 'zdassets.com', 'zdusercontent.com', 'smooch.io'];

/** An address that bytes may be fetched from, and what with. */
export type MediaAddress =
  /** The account itself, which we call all day; `isPrivate`: an attachment, which wants our credentials. */
  | { kind: 'account'; url: URL; isPrivate: boolean }
  /** Another host of Zendesk's: fetched only from a public address. */
  | { kind: 'zendesk'; url: URL };

/**
 * Says whether and how an address may be fetched; null for any other. Agents, and whoever can post as the business, decide
 * what stands in a message: our credentials go to attachments of this account and to nothing else of it.
 * @param accountOrigin such as https://acme.zendesk.com; may carry a path prefix
 */
export function mediaAddress(address: string, accountOrigin: string): MediaAddress | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password) return null;
  const account = new URL(accountOrigin);
  if (url.origin === account.origin) {
    const prefix = account.pathname.replace(/\/$/, '');
    if (!url.pathname.startsWith(`${prefix}/`)) return null;
    return { kind: 'account', url, isPrivate: isAttachment(url.pathname.slice(prefix.length)) };
  }
  if (url.protocol !== 'https:' || url.port !== '') return null;
  const isZendesk = MEDIA_DOMAINS.some((domain) => url.hostname.endsWith(`.${domain}`));
  return isZendesk ? { kind: 'zendesk', url } : null;
}

/** A slash in disguise could lead elsewhere on a server that reads it as one. */
function isAttachment(path: string): boolean {
  return path.startsWith('/sc/attachments/') && !/%2f|%5c|%2e|\\/i.test(path);
}
