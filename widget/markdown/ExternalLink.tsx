import type { ComponentChildren } from 'preact';
import { safeUrl } from './safe-url.ts';

export type LinkSettings = {
  /** Said after a link that opens a tab, for those who do not see it: "(opens in a new tab)". */
  newTabLabel: string;
  /** Hosts that need no naming: the site and its Help Center. */
  plainHosts: readonly string[];
};

type Props = { href: string; text: string; link?: LinkSettings; children?: ComponentChildren };

/**
 * A link out of the conversation; `text` is what a reader sees of it. It names the host it leads to unless
 * the text does, or the host is a plain one. An address that is not safe leaves the text alone.
 */
export function ExternalLink({ href, text, link, children = text }: Props) {
  const safe = safeUrl(href);
  if (safe === null) return <>{children}</>;
  const { host, protocol } = new URL(safe);
  // A tab for a mail or phone program would stay empty.
  if (!protocol.startsWith('http')) return <a href={safe}>{children}</a>;

  const name = withoutPrefix(host);
  const isNamed = startsWithHost(withoutPrefix(text), name);
  const isPlain = link?.plainHosts.some((plain) => withoutPrefix(plain) === name);
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      {!isNamed &&
        !isPlain && [
          ' ',
          <span class="link-host" dir="ltr">
            ({name})
          </span>,
        ]}
      {link && [' ', <span class="visually-hidden">{link.newTabLabel}</span>]}
    </a>
  );
}

function withoutPrefix(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '');
}

/** `good.example@evil.example` does not start with the host `good.example`, and neither is it there. */
function startsWithHost(text: string, host: string): boolean {
  return text.startsWith(host) && /^(?:[/?#]|$)/.test(text.slice(host.length));
}
