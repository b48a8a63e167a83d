import { fileName } from '../protocol/file-name.ts';
import type { Media } from '../protocol/message-content.ts';

type Attached = {
  mediaUrl?: string | undefined;
  altText?: string | undefined;
  mediaSize?: number | undefined;
};

/** A picture or file; null where its address is none of the web. Whether we fetch from there is decided when we do. */
export function mediaOf(
  file: string,
  { mediaUrl, altText, mediaSize }: Attached,
): Media | undefined {
  if (mediaUrl === undefined || !URL.canParse(mediaUrl)) return undefined;
  const url = new URL(mediaUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const isSize = mediaSize !== undefined && Number.isSafeInteger(mediaSize) && mediaSize >= 0;
  return {
    file,
    url: mediaUrl,
    name: nameIn(url) || fileName(altText ?? '') || 'file',
    ...(isSize && { size: mediaSize }),
  };
}

/** The last part of the path; Zendesk's older attachments carry it as `?name=`. */
function nameIn(url: URL): string {
  const last = url.searchParams.get('name') ?? url.pathname.split('/').at(-1) ?? '';
  return fileName(decoded(last));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
