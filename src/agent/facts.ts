// Every repetition that may begin anywhere is bounded: a text without an end to it must not cost its length squared.
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const ORDER =
  /(?:\b(?:order|bestellung|commande|pedido|encomenda|ordine|zamówienie|sipariş)\b\W{0,3}(?:(?:number|no|nr|nummer|numéro|número|numero)\b\W{0,3})?)#?([\p{L}\p{N}]{0,40}[-/]?\d[\p{L}\p{N}/-]{2,40})/giu;
const REFERENCE = /#\d{3,}|\b\p{Lu}{1,5}-?\d{3,}(?:-\d+)*\b/gu;
const AMOUNT =
  /(?:[$€£¥₩₺]\s?\d[\d.,]{0,20}\d|[$€£¥₩₺]\s?\d|\b\d[\d.,]{0,20}\s?(?:€|£|\bUSD\b|\bEUR\b|\bGBP\b|\bzł\b))/gu;
const DATE =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b(?:, \d{4})?/g;
const PHONE = /(?<![\p{L}\p{N}])\+\d[\d\s().-]{6,17}\d/gu;

/** Order numbers, addresses, dates and amounts that a text states, as it states them. Never a card number. */
export function facts(text: string): string[] {
  const rest = text.replace(/(?:\d[ -]?){12,18}\d/g, ' ');
  const orders = [...rest.matchAll(ORDER)].flatMap(([, number]) => number ?? []);
  const others = [EMAIL, REFERENCE, AMOUNT, DATE, PHONE].flatMap((pattern) =>
    [...rest.matchAll(pattern)].map(([found]) => found.trim()),
  );
  return [
    ...orders.map((number) => `order ${number}`),
    ...others.filter((found) => !orders.some((number) => number.includes(found.replace('#', '')))),
  ];
}
