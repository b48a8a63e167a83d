const DELIMITER_ROW = /^[|:\- \t]+$/;
const CELL = /(?:\\[^]|[^|\\])*\|/g;

/** The header cells, when these two lines open a table: a row, and below it dashes for as many columns. */
export function tableHeader(header: string, delimiters: string): string[] | null {
  const columns = DELIMITER_ROW.test(delimiters) ? tableRow(delimiters) : null;
  const cells = columns?.every((column) => column.includes('-')) ? tableRow(header) : null;
  return cells?.length === columns?.length ? cells : null;
}

/** The cells of a table row as they were written, or null when the line has no `|`. */
export function tableRow(line: string): string[] | null {
  if (!line.includes('|')) return null;
  const row = line.trim().replace(/^\|/, '');
  const cells = [...`${row} |`.matchAll(CELL)].map(([cell]) =>
    cell.slice(0, -1).trim().replaceAll('\\|', '|'),
  );
  return cells.at(-1) ? cells : cells.slice(0, -1);
}
