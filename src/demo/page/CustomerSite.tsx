/** The fictitious shop, from another origin, with the widget by its script tag. */
export function CustomerSite({ address }: { address: string }) {
  return (
    <section class="customer-site" aria-label="Customer site">
      <div class="caption">
        <h2>Customer site</h2>
        <span>{new URL(address).host}</span>
        <code>{'<script async src="/baton.js"></script>'}</code>
      </div>
      <iframe src={address} title="Alder & Finch, a fictitious shop" allow="clipboard-write" />
    </section>
  );
}
