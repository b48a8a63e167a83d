import { fileTypeFromBuffer } from 'file-type';

/** As many bytes of the beginning as tell every type that is known. */
export const SNIFFED_BYTES = 4_100;

/** What a file is by its bytes; its name and what others say of it do not count. */
export type MediaType =
  | { kind: 'image'; type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' }
  | { kind: 'file'; type: 'application/pdf' | 'text/plain; charset=utf-8' | typeof BYTES }
  /** SVG, HTML and other markup: a browser could run what is in it. */
  | { kind: 'markup' };

const BYTES = 'application/octet-stream';
const IMAGES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;

/** @param start the first `SNIFFED_BYTES`, or all there is */
export async function mediaType(start: Uint8Array): Promise<MediaType> {
  if (isMarkup(start)) return { kind: 'markup' };
  const found = (await fileTypeFromBuffer(start))?.mime;
  const image = IMAGES.find((type) => type === found);
  if (image) return { kind: 'image', type: image };
  if (found === 'application/pdf') return { kind: 'file', type: found };
  const isText = found === undefined && start.length > 0 && isPlainText(start);
  return { kind: 'file', type: isText ? 'text/plain; charset=utf-8' : BYTES };
}

/** The first sign that is no white space opens a tag. NUL bytes are skipped: markup in UTF-16 is markup. */
function isMarkup(start: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(start).replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
  return /^[\s\0]*</.test(text);
}

function isPlainText(start: Uint8Array): boolean {
  try {
    // The last sign may be cut in two.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    // oxlint-disable-next-line no-control-regex -- a file with any of these is no text
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}
