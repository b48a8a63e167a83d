import { useEffect, useRef } from 'preact/hooks';

type Props = { address: string; language: string };

/** The fictitious shop, from another origin, with the widget by its script tag. */
export function CustomerSite({ address, language }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const message = { type: 'language', language };
    frame.current?.contentWindow?.postMessage(message, new URL(address).origin);
  }, [language]);

  return (
    <section class="customer-site" aria-label="Customer site">
      <div class="caption">
        <h2>Customer site</h2>
        <span>{new URL(address).host}</span>
        <code>{'<script async src="/baton.js"></script>'}</code>
      </div>
      <iframe
        ref={frame}
        src={address}
        title="Alder & Finch, a fictitious shop"
        allow="clipboard-write"
      />
    </section>
  );
}
