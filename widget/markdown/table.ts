const DELIMITER_ROW = /^[|:\- \t]+$/;
const DELIMITER = /^:?-+:?$/;
const CELL = /(?:\\[^]|[^|\\])*\|/g;

/** The header cells, when these two lines open a table: a row, and below it dashes for as many columns. */
export function tableHeader(header: string, delimiters: string): string[] | null {
  if (!DELIMITER_ROW.test(delimiters)) return null;
  const columns = tableRow(delimiters);
  if (!columns?.every((column) => DELIMITER.test(column))) return null;
  const cells = tableRow(header);
  return cells?.length === columns.length ? cells : null;
}

/** The cells of a table row as they were written, or null when the line has no `|`. */
export function tableRow(line: string): string[] | null {
  if (!line.includes('|')) return null;
  const row = line.trim().replace(/^\|/, '');
  const cells = Array.from(`${row} |`.matchAll(CELL), ([cell]) =>
    cell.slice(0, -1).trim().replaceAll('\\|', '|'),
  );
  return cells.at(-1) ? cells : cells.slice(0, -1);
}
