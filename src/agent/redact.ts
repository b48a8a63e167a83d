import type { Model } from './model.ts';

/** Card numbers have 13 to 19 digits, in groups or not. */
const CARD = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
/** Two letters, two digits, then up to 30 letters and digits, often in groups of four. */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/gi;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** With a country's code or an area's zero, at least eight digits: an order number is neither. */
const PHONE = /(?<![\p{L}\p{N}#-])(?:\+\d|00\d|\(?0\d)(?:[ ./()-]{0,2}\d){6,13}(?![\p{L}\p{N}])/gu;

/** A text without card numbers, IBANs, e-mail addresses and telephone numbers; what stood there is said. */
export function redacted(text: string): string {
  return text
    .replace(EMAIL, '[e-mail address]')
    .replace(IBAN, withoutIban)
    .replace(CARD, (found) => (isCard(found) ? '[card number]' : found))
    .replace(PHONE, '[phone number]');
}

/** A model that never gets to see them, wherever in the conversation they stand. */
export function redacting(model: Model): Model {
  const without = <T extends { body: string }>(message: T): T => ({
    ...message,
    body: redacted(message.body),
  });
  return {
    answer: (prompt, signal) =>
      model.answer(
        { ...prompt, question: redacted(prompt.question), turns: prompt.turns.map(without) },
        signal,
      ),
    summarize: (turns, signal) => model.summarize(turns.map(without), signal),
  };
}

/** Luhn's checksum: from the right every second digit counts double. */
function isCard(text: string): boolean {
  const digits = (text.match(/\d/g) ?? []).toReversed().map(Number);
  const sum = digits.reduce((all, digit, place) => {
    const counted = place % 2 === 1 ? digit * 2 : digit;
    return all + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

/** Words that follow it look like more of it. */
function withoutIban(found: string): string {
  const groups = found.split(' ');
  const last = groups.findLastIndex((_, end) => isIban(groups.slice(0, end + 1).join('')));
  return last === -1 ? found : ['[bank account]', ...groups.slice(last + 1)].join(' ');
}

/** ISO 13616: with its first four characters behind, and letters as 10 to 35, the remainder by 97 is 1. */
function isIban(text: string): boolean {
  const plain = text.toUpperCase();
  const moved = plain.slice(4) + plain.slice(0, 4);
  let remainder = 0;
  for (const character of moved) {
    for (const digit of Number.parseInt(character, 36).toString()) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder === 1;
}
