import type { WrittenArticle } from './articles.ts';

export const ordersAndDelivery: WrittenArticle[] = [
  {
    key: 'track',
    title: 'Where is my order?',
    labels: ['orders', 'tracking'],
    promoted: true,
    editedAt: '2026-10-12T09:20:00Z',
    body: `
<p>As soon as your parcel leaves the studio we send you an email titled <strong>Your pots are on their way</strong>. It holds the tracking link.</p>
<h2>If the email is not there</h2>
<ul>
<li>Look in your spam folder for <code>orders@alder-and-finch.example</code>.</li>
<li>Open <a href="https://alder-and-finch.example/account/orders">Your orders</a> and enter your order number (it begins with A, for example A-20417) and your postcode.</li>
<li>Orders placed before 13:00 on a working day leave the same day. Later ones leave the next working day.</li>
</ul>
<h2>If the tracking has not moved</h2>
<p>Couriers sometimes skip a scan. Please wait two working days. If nothing has changed by then, write to us with the order number: we start a search with the courier and send a replacement if the parcel is not found within five working days.</p>`,
  },
  {
    key: 'delivery',
    title: 'Delivery times and costs',
    labels: ['delivery', 'shipping'],
    promoted: true,
    editedAt: '2026-09-30T14:05:00Z',
    body: `
<p>Every pot is packed in moulded paper pulp, without plastic.</p>
<table>
<thead><tr><th>Where to</th><th>How long</th><th>Cost</th><th>Free from</th></tr></thead>
<tbody>
<tr><td>United Kingdom</td><td>2–3 working days</td><td>£4.50</td><td>£60</td></tr>
<tr><td>United Kingdom, next day (order before 13:00)</td><td>1 working day</td><td>£8.90</td><td>never</td></tr>
<tr><td>Ireland and European Union</td><td>4–7 working days</td><td>£14.00</td><td>£150</td></tr>
<tr><td>United States and Canada</td><td>6–10 working days</td><td>£28.00</td><td>£250</td></tr>
</tbody>
</table>
<p>We do not deliver to PO boxes or to other countries yet.</p>
<h2>Saturday and Sunday</h2>
<p>We do not send parcels at weekends. The courier delivers on Saturdays in most UK cities; you see it in the tracking.</p>`,
  },
  {
    key: 'change-order',
    title: 'Change or cancel an order',
    labels: ['orders'],
    editedAt: '2026-08-18T08:00:00Z',
    body: `
<p>You can change the address, add a pot or cancel for <strong>60 minutes</strong> after ordering.</p>
<ol>
<li>Open the confirmation email and choose <em>Change my order</em>.</li>
<li>Make the change and press <em>Save</em>.</li>
<li>You get a new confirmation. If you cancelled, the money goes back the same day; your bank may need up to 3 working days to show it.</li>
</ol>
<p>After 60 minutes the order is being packed. You can then refuse the parcel at the door or send it back, see <a href="article:return">Return something you do not want</a>.</p>`,
  },
  {
    key: 'customs',
    title: 'Customs and import charges',
    labels: ['delivery', 'international'],
    editedAt: '2026-07-02T10:30:00Z',
    body: `
<p>Orders to the European Union up to €150 include import VAT: you pay nothing at the door. For larger orders the courier collects VAT and a handling fee of about €12.</p>
<p>For the United States and Canada duties are charged by the carrier. Stoneware tableware is usually charged at 6 to 10 % of the order value.</p>
<details><summary>Which code is on the customs form?</summary><p>HS code 6912.00, ceramic tableware other than porcelain, made in the United Kingdom.</p></details>
<p>If you refuse a parcel because of customs charges we refund the pots, but not the delivery.</p>`,
  },
  {
    key: 'gifts',
    title: 'Gift wrapping, gift notes and gift cards',
    labels: ['gifts'],
    editedAt: '2026-11-03T16:45:00Z',
    body: `
<h2>Wrapping and notes</h2>
<p>Choose <em>This is a gift</em> in the basket. Wrapping in linen costs £5 for each parcel; a handwritten note of up to 200 characters is free. There is never a price inside.</p>
<h2>Gift cards</h2>
<ul>
<li>Sent by email at once, or by post on a card pressed from clay paper (£2).</li>
<li>Between £20 and £300, valid for five years.</li>
<li>Use it in several orders. To see what is left, enter the code at <a href="https://alder-and-finch.example/gift-cards">Gift cards</a>.</li>
</ul>
<p>Last orders for Christmas delivery in the United Kingdom: <strong>18 December, 13:00</strong>.</p>`,
  },
  {
    key: 'payment',
    title: 'Ways to pay and invoices',
    labels: ['payment', 'billing'],
    editedAt: '2026-06-21T11:10:00Z',
    body: `
<p>We take Visa, Mastercard, American Express, Apple Pay, Google Pay and PayPal. In the European Union also iDEAL, Bancontact and SEPA direct debit. Your card is charged when the parcel leaves the studio, not before.</p>
<h2>Invoices</h2>
<p>An invoice with VAT is attached to the delivery email. To add a company name or a VAT number afterwards, open <a href="https://alder-and-finch.example/account/orders">Your orders</a>, choose the order and press <em>Invoice details</em>. You can do it for 90 days.</p>
<h2>My payment was declined</h2>
<p>Most often the bank asks for a confirmation in its app and the time for it ran out. Try once more and keep the app open. We never see why a bank declines a card.</p>`,
  },
];
