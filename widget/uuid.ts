/** Each 0 and 1 becomes any digit, the 8 one that says which kind of UUID this is. */
const TEMPLATE = '10000000-1000-4000-8000-100000000000';

/** A random UUID, version 4. `crypto.randomUUID` is missing on pages without https. */
export function makeUuid(): string {
  return TEMPLATE.replaceAll(/[018]/g, (sign) => {
    const digit = Number(sign);
    const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (digit ^ (random & (15 >> (digit / 4)))).toString(16);
  });
}
