/** What leads somewhere: an address with a scheme, one without, or an e-mail address. */
const ADDRESS =
  /(?:\b(?:https?|ftp|wss?|mailto|tel|sms|data|blob|file|javascript|vbscript):|\/\/|\bwww\.)[^\s<>"'|]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|\b[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}\/[^\s<>"'|]+/giu;

/** Where a text leads to, as it says it, without the punctuation that ends a sentence. */
export function addresses(text: string): string[] {
  return (text.replace(/\\([!-/:-@[-`{-~])/g, '$1').match(ADDRESS) ?? []).map((address) =>
    address.replace(/(?:[.,;:!?)\]*_}]|\[\d+\])+$/, ''),
  );
}
