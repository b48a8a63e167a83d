/** What the mark at the start of a line opens. `width`: the columns of the mark of a container. */
export type BlockMark =
  | { type: 'quote'; width: number }
  | { type: 'item'; width: number; kind: string; ordered: boolean; start: number }
  | { type: 'heading'; level: number; text: string }
  | { type: 'rule' }
  | { type: 'code'; indent: number; fence: string };

// White space in these is spaces: tabs are expanded first. `.` must also match \r and U+2028.
const MARK = /^ *[->#`~*_+\d]/;
const QUOTE = /^ *> ?/;
const HEADING = /^ *(#{1,6})(?: (.*))?$/s;
const CLOSING_MARKS = /(?:^| )#+$/;
const FENCE = /^( *)(`{3,}(?!.*`)|~{3,})/s;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;
const ITEM = /^ *(?:[-+*]|(\d{1,9})[.)])(?= |$)/;
const MARKS_AND_TAB = /^[ \t>#*+\-_\d.)]*\t/;
const MAX_LEVEL = 3;
const TAB = 4; // columns, as CommonMark counts them

/** The line with the tabs before and between its marks made spaces, so that columns are positions. */
export function expandTabs(line: string): string {
  return line.replace(MARKS_AND_TAB, (start) => {
    let expanded = '';
    for (const character of start) {
      expanded += character === '\t' ? ' '.repeat(TAB - (expanded.length % TAB)) : character;
    }
    return expanded;
  });
}

/** Spaces at the start of a line. */
export function indentOf(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

/** What this line opens, or null when it is text. `interrupts`: it would cut a paragraph in two. */
export function blockMark(line: string, interrupts: boolean): BlockMark | null {
  if (!MARK.test(line)) return null;

  const quote = quoteWidth(line);
  if (quote) return { type: 'quote', width: quote };

  const [, marks, text = ''] = HEADING.exec(line) ?? [];
  if (marks) {
    const words = text.trim().replace(CLOSING_MARKS, '').trimEnd();
    return { type: 'heading', level: Math.min(marks.length, MAX_LEVEL), text: words };
  }

  const [, indent, fence] = FENCE.exec(line) ?? [];
  if (indent !== undefined && fence) return { type: 'code', indent: indent.length, fence };

  if (RULE.test(line.replaceAll(/\s/g, ''))) return { type: 'rule' };

  const [mark, digits] = ITEM.exec(line) ?? [];
  if (!mark) return null;
  const content = line.slice(mark.length);
  const isEmpty = !content.trim();
  const start = Number(digits ?? 1);
  // "It was founded in\n1984. And then" is one paragraph.
  if (interrupts && (isEmpty || start !== 1)) return null;
  const space = indentOf(content);
  // Five spaces or more would be indented code behind a single one.
  const width = mark.length + (isEmpty || space > TAB ? 1 : space);
  return { type: 'item', width, kind: mark.slice(-1), ordered: digits !== undefined, start };
}

/** Columns of a `>` at the start of the line, 0 when there is none. */
export function quoteWidth(line: string): number {
  return QUOTE.exec(line)?.[0].length ?? 0;
}
