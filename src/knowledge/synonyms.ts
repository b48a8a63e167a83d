/** Words that customers and articles use for the same thing, by language; each word stands in one group. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'delivery deliver shipping ship',
    'parcel package shipment order',
    'broken damaged smashed shattered',
    'faulty defective',
    'refund reimbursement',
    'price cost fee',
    'guarantee warranty',
    'mug cup',
    'invoice receipt bill',
    'photo picture image',
    'colour color',
    'buy purchase',
    'voucher coupon',
    'accept take',
    'cellphone smartphone',
  ],
};
