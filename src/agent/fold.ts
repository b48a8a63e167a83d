/**
 * A text as it is compared: lower case, without accents and punctuation, words apart by one space. “Can I … ?” and
 * “can i” are the same, and so are the ways of writing one letter in Turkish, Polish or Arabic.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0640]/g, '')
    .normalize('NFC')
    .replace(/['’‘`´ʼ]/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
