import { fileName } from '../protocol/file-name.ts';

/** Headers under which bytes of others can do nothing: never shown in place, never guessed at, never run. */
export function mediaHeaders(type: string, name: string): Record<string, string> {
  const cleaned = fileName(name) || 'file';
  return {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encoded(cleaned)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
  };
}

/** RFC 8187 leaves fewer signs alone than `encodeURIComponent` does. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
