/** A public article of the Help Center as readable text; see `articleText` for the marks in it. */
export type Article = { id: string; locale: string; title: string; url: string; text: string };

/** A part of an article that can answer a question on its own. */
export type Passage = {
  articleId: string;
  locale: string;
  title: string;
  url: string;
  /** The heading it stands under; empty before the first one. */
  heading: string;
  text: string;
};

/** Longest passage, in words. */
const MAX_WORDS = 200;

/** A passage is only closed before its section ends when it has this many words. */
const MIN_WORDS = 80;

/** Cuts an article along its headings, and long sections along their blocks. Nothing is left out, nothing is repeated. */
export function passages(article: Article): Passage[] {
  const { id, locale, title, url } = article;
  return sections(article.text).flatMap(({ heading, text }) =>
    portions(text).map((portion) => ({
      articleId: id,
      locale,
      title,
      url,
      heading,
      text: portion,
    })),
  );
}

type Section = { heading: string; text: string };

/** A heading directly above another one is read as part of it: `Returns: From abroad`. */
function sections(text: string): Section[] {
  const found: Section[] = [];
  let above = '';
  for (const part of text.split(/^(?=## )/m)) {
    const [, own = '', body = ''] = /^(?:## (.*)\n?)?([^]*)$/.exec(part) ?? [];
    const heading = [above, own].filter(Boolean).join(': ');
    above = body.trim() ? '' : heading;
    if (body.trim()) found.push({ heading, text: body.trim() });
  }
  return above ? [...found, { heading: above, text: above }] : found;
}

function portions(text: string): string[] {
  const done: string[] = [];
  let open: string[] = [];
  let words = 0;
  const close = () => {
    if (open.length > 0) done.push(open.join('\n\n'));
    open = [];
    words = 0;
  };
  for (const block of text.split('\n\n').flatMap(pieces)) {
    const more = wordCount(block);
    const introduced = open.at(-1)?.endsWith(':') ?? false;
    if ((words >= MIN_WORDS && !introduced) || words + more > MAX_WORDS) close();
    open.push(block);
    words += more;
  }
  close();
  return done;
}

/** A block that is too long for a passage, cut at its lines, else after its sentences, else anywhere. */
function pieces(block: string): string[] {
  if (wordCount(block) <= MAX_WORDS) return [block];
  for (const boundary of [/(?<=\n)/, /(?<=[.!?。！？]["”»)]?\s*)(?=[^\s"”»)])/, /(?<=\s)/]) {
    const parts = block.split(boundary);
    if (parts.length > 1) return packed(parts);
  }
  return block.match(/[^]{1,400}/gu) ?? [];
}

function packed(parts: readonly string[]): string[] {
  const done: string[] = [];
  let open = '';
  for (const part of parts) {
    if (open && wordCount(open + part) > MAX_WORDS) {
      done.push(open);
      open = '';
    }
    open += part;
  }
  return [...done, open].map((piece) => piece.trim()).flatMap(pieces);
}

/** Words, as far as length goes: two characters of a script without spaces count as one, as do twenty of any. */
function wordCount(text: string): number {
  const dense = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0;
  const spaced =
    text.match(/[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu)?.length ?? 0;
  return Math.max(spaced + Math.ceil(dense / 2), Math.ceil(text.length / 20));
}
