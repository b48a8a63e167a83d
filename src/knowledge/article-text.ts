import { compile, type DomNode, type FormatCallback, type SelectorDefinition } from 'html-to-text';

/** Longer HTML is read up to here, so that one article never holds up everybody else. */
const MAX_HTML = 100_000;

/** Elements nested deeper than this are left out: no article needs them, and a hostile one could exhaust the stack. */
const MAX_DEPTH = 64;

const DROPPED = [
  '[hidden]',
  '[style*="display:none"]',
  '[style*="display: none"]',
  'audio',
  'button',
  'canvas',
  'head',
  'iframe',
  'img',
  'noscript',
  'object',
  'picture',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'video',
];

const PARAGRAPHS = ['address', 'dd', 'details', 'dt', 'figcaption', 'figure', 'p'];

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH, ellipsis: '' },
  formatters: { heading: formatHeading, table: formatTable },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'ul', options: { itemPrefix: '- ', ...spaced(2) } },
    { selector: 'ol', options: spaced(2) },
    { selector: 'hr', format: 'skip' },
    { selector: 'blockquote', format: 'block', options: spaced(2) },
    { selector: 'table', format: 'table', options: spaced(2) },
    ...each(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary'], 'heading'),
    ...each(PARAGRAPHS, 'paragraph'),
    { selector: 'li > p', format: 'block', options: spaced(1) },
    ...each(DROPPED, 'skip'),
  ],
});

/**
 * The readable text of an article's HTML, blocks set apart by an empty line: headings of any level as `## …`, lists as
 * `- …` and `1. …`, tables as `| a | b |`. Links keep only their words; images, videos, scripts and the
 * `{{placeholders}}` of dynamic content are gone.
 */
export function articleText(html: string): string {
  // An image written into the page as base64 can be megabytes long, and is dropped anyway.
  const readable = html.replace(/data:[\w/+.-]*;base64,[A-Za-z0-9+/=\s]*/g, '');
  return plainText(convert(readable.slice(0, MAX_HTML)));
}

/** One line without placeholders, control characters or surplus spaces: how titles are kept. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ');
}

function plainText(text: string): string {
  return text
    .replace(/\{\{[^{}]*\}\}/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/(?<=\S)[^\S\n]+/g, ' ')
    .replace(/ $/gm, '')
    .replace(/^ (?=\d+\. )/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function each(tags: readonly string[], format: string): SelectorDefinition[] {
  return tags.map((selector) => ({ selector, format, options: spaced(2) }));
}

function spaced(lines: number) {
  return { leadingLineBreaks: lines, trailingLineBreaks: lines };
}

function formatHeading(...[element, walk, builder, options]: Parameters<FormatCallback>): void {
  builder.openBlock(options);
  walk(element.children, builder);
  builder.closeBlock({
    ...options,
    blockTransform: (text) => (text.trim() ? `## ${oneLine(text)}` : ''),
  });
}

function formatTable(...[element, walk, builder, options]: Parameters<FormatCallback>): void {
  builder.openTable();
  for (const row of rowsOf(element)) {
    builder.openTableRow();
    for (const cell of row.children.filter(({ name }) => name === 'td' || name === 'th')) {
      builder.openTableCell();
      walk(cell.children, builder);
      builder.closeTableCell();
    }
    builder.closeTableRow();
  }
  builder.closeTable({
    ...options,
    tableToString: (rows) => tableText(rows.map((cells) => cells.map(({ text }) => text))),
  });
}

function rowsOf(element: DomNode): DomNode[] {
  return element.children.flatMap((child) => {
    if (child.name === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.name ?? '') ? rowsOf(child) : [];
  });
}

function tableText(rows: string[][]): string {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim()));
  const columns = Math.max(0, ...filled.map((cells) => cells.length));
  // A table of one column is a frame around something, with its own headings and lists.
  if (columns < 2) return filled.map(([cell]) => cell?.trim()).join('\n\n');
  const lines = filled.map((cells) => {
    const padded = Array.from({ length: columns }, (_, column) => oneLine(cells[column] ?? ''));
    return `| ${padded.join(' | ')} |`;
  });
  return lines.toSpliced(1, 0, `|${' --- |'.repeat(columns)}`).join('\n');
}

function oneLine(text: string): string {
  return text
    .replace(/^(## |- )/gm, '')
    .replaceAll('|', ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
