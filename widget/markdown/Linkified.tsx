import type { ComponentChildren } from 'preact';
import { findBareLink } from './bare-link.ts';
import { ExternalLink, type LinkSettings } from './ExternalLink.tsx';

type Props = { text: string; link?: LinkSettings };

/** What a customer or an agent wrote: their lines as they are, and their addresses to press. */
export function Linkified({ text, link }: Props) {
  const children: ComponentChildren[] = [];
  let at = 0;
  for (let found = findBareLink(text, 0); found; found = findBareLink(text, at)) {
    children.push(
      withBreaks(text.slice(at, found.start)),
      <ExternalLink href={found.href} text={text.slice(found.start, found.end)} link={link} />,
    );
    at = found.end;
  }
  children.push(withBreaks(text.slice(at)));
  return <p dir="auto">{children}</p>;
}

function withBreaks(text: string): ComponentChildren {
  return text.split(/\r?\n/).map((line, index) => (index > 0 ? [<br />, line] : line));
}
