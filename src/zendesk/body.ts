/** 100 articles fit in well; a decompressed bomb does not. */
const MAX_BYTES = 5 * 1024 * 1024;

type Body =
  | { kind: 'json'; value: unknown }
  /** A page of a gateway, of a suspended account, of a sign-in. */
  | { kind: 'not-json' }
  /** Cut short on its way. */
  | { kind: 'broken-json' }
  | { kind: 'too-large' };

/** Reads at most 5 MB, counted after decompression. An answer without a body counts as `{}`. */
export async function readBody(response: Response): Promise<Body> {
  const text = await readText(response);
  if (text === null) return { kind: 'too-large' };
  if (text === '') return { kind: 'json', value: {} };
  if (!/[/+]json\b/i.test(response.headers.get('content-type') ?? '')) return { kind: 'not-json' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'broken-json' };
  }
}

async function readText(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) return null;
    pieces.push(decoder.decode(chunk, { stream: true }));
  }
  pieces.push(decoder.decode());
  return pieces.join('');
}
