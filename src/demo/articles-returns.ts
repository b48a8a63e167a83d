import type { WrittenArticle } from './articles.ts';

export const returnsAndRepairs: WrittenArticle[] = [
  {
    key: 'damaged',
    title: 'Damaged on arrival',
    labels: ['damage', 'replacement'],
    promoted: true,
    editedAt: '2026-11-09T09:00:00Z',
    body: `
<p>We are sorry. Anything that breaks on the way to you is <strong>replaced free of charge</strong>, and there is no need to send the broken piece back.</p>
<h2>What to do</h2>
<ol>
<li>Take one photo of the damage (the chipped spout, the cracked handle) and one of the box, with the label on it.</li>
<li>Send us both photos with your order number <strong>within 30 days of delivery</strong>.</li>
<li>We post a new piece, usually within 2 working days. You get a tracking link by email.</li>
</ol>
<p>If the piece is sold out, or if you would rather have your money back, we refund it in full instead. See <a href="article:refunds">Replacements and refunds</a>.</p>
<p>Please keep the broken piece and the box until the replacement has left: now and then the courier wants to see them. Wrap sharp edges before you throw it away; stoneware belongs in general waste, not in glass recycling.</p>
<p>&nbsp;</p>`,
  },
  {
    key: 'refunds',
    title: 'Replacements and refunds',
    labels: ['refund', 'replacement'],
    promoted: true,
    editedAt: '2026-11-09T09:30:00Z',
    body: `
<p>You choose what you prefer: a replacement, or your money back.</p>
<table>
<thead><tr><th>What happened</th><th>Replacement</th><th>Refund</th></tr></thead>
<tbody>
<tr><td>Broken on the way</td><td>Free, posted within 2 working days</td><td>In full, with delivery</td></tr>
<tr><td>A fault in glaze or clay, within 2 years</td><td>Free</td><td>In full</td></tr>
<tr><td>You changed your mind, within 30 days</td><td>Exchange for another piece</td><td>In full, without delivery</td></tr>
</tbody>
</table>
<h2>How long a refund takes</h2>
<p>We send the money the day we agree on it. It goes back the way you paid:</p>
<ul>
<li>Card and Apple Pay: up to 3 working days</li>
<li>PayPal: the same day</li>
<li>SEPA direct debit: up to 7 working days</li>
<li>Gift card: at once, as a new code</li>
</ul>
<p>Paid part with a gift card? The card part is refunded first.</p>`,
  },
  {
    key: 'return',
    title: 'Return something you do not want',
    labels: ['returns'],
    editedAt: '2026-10-01T12:00:00Z',
    body: `
<p>You have <strong>30 days</strong> from delivery. The piece must be unused and in its pulp packing.</p>
<ol>
<li>Open <a href="https://alder-and-finch.example/returns">Returns</a> and enter your order number and email.</li>
<li>Print the label, or show the QR code at the parcel shop.</li>
<li>Drop the parcel off within 14 days.</li>
</ol>
<p>Returning costs £3.90 within the United Kingdom and is taken off the refund. From other countries you pay the postage yourself.</p>
<p>Seconds, personalised pots and gift cards cannot be returned unless they are faulty.</p>`,
  },
  {
    key: 'wrong-item',
    title: 'A wrong or missing item',
    labels: ['orders', 'replacement'],
    editedAt: '2026-05-14T15:20:00Z',
    body: `
<p>Lids and small cups sometimes hide in the paper pulp: please check the packing first, also underneath.</p>
<p>Still missing, or a different colour than you ordered? Send us your order number and a photo of everything that came. We post the right piece the next working day. You may keep the wrong one or give it away; glazes differ a little from batch to batch, which is not a mistake.</p>`,
  },
  {
    key: 'guarantee',
    title: 'Our two-year guarantee',
    labels: ['guarantee'],
    editedAt: '2026-04-27T09:00:00Z',
    body: `
<p>All stoneware carries a guarantee of two years from delivery. It covers:</p>
<ul>
<li>cracks that appear without a knock</li>
<li>handles and spouts that come loose</li>
<li>glaze that flakes off</li>
</ul>
<p>It does not cover drops, chips at the rim, thermal shock (a cold pot in a hot oven) and the fine lines in the glaze called <em>crazing</em>, which are part of our chalk glaze.</p>
<p>Send a photo and your order number. We answer within one working day.</p>`,
  },
  {
    key: 'repair',
    title: 'Repairs and spare lids',
    labels: ['repair', 'spare parts'],
    editedAt: '2026-03-08T13:40:00Z',
    body: `
<p>We sell spare lids for all teapots made since 2019: Moss, Clay and Chalk, £12 each. Look at the mark under the pot, a letter and a number such as <strong>T4</strong>, and choose the same one at <a href="https://alder-and-finch.example/spares">Spares</a>.</p>
<p>Chips and clean breaks can be mended with gold (kintsugi) in our studio from £35. It takes about five weeks. Mended pots are for display and dry food, not for hot tea.</p>
<p><iframe src="https://video.example/embed/kintsugi" width="560" height="315" title="How we mend a cup"></iframe></p>`,
  },
];
