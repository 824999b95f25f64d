/**
 * The coding sheet of `laut sample`: CSV (RFC 4180) whose columns `right_…` a person fills with y or n, for `laut score`. The page fills the
 * same sheet.
 */
export type Sheet = { columns: string[]; rows: string[][] };

export function parseCsv(text: string): Sheet {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',' || character === '\n') {
      line.push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') {
        lines.push(line);
        line = [];
      }
    } else cell += character;
  }
  if (cell || line.length > 0) lines.push([...line, cell]);
  const [columns = [], ...rows] = lines;
  return { columns, rows: rows.filter((row) => row.length === columns.length) };
}

function printCell(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function printCsv({ columns, rows }: Sheet): string {
  return [columns, ...rows].map((row) => row.map(printCell).join(',') + '\r\n').join('');
}

export type Judgement = 'y' | 'n' | '';

/** What was judged so far, by claim and field: kept in the browser while the sheet is being filled. */
export type Judged = Record<string, Record<string, Judgement>>;

const judgedPrefix = 'right_';

export function judgedFields(columns: readonly string[]): string[] {
  return columns.filter((column) => column.startsWith(judgedPrefix)).map((column) => column.slice(judgedPrefix.length));
}

/** The sheet with judgements and the judge's name in their columns. */
export function filled(sheet: Sheet, judged: Judged, coder: string): Sheet {
  const id = sheet.columns.indexOf('id');
  return {
    columns: sheet.columns,
    rows: sheet.rows.map((row) => row.map((cell, i) => {
      const column = sheet.columns[i] ?? '';
      const own = judged[row[id] ?? ''] ?? {};
      if (column === 'coder') return Object.values(own).some(Boolean) ? coder : cell;
      return column.startsWith(judgedPrefix) ? (own[column.slice(judgedPrefix.length)] ?? cell) : cell;
    })),
  };
}

/** Lines in which something is judged. */
export function judgedLines(sheet: Sheet, judged: Judged): number {
  const id = sheet.columns.indexOf('id');
  return sheet.rows.filter((row) => Object.values(judged[row[id] ?? ''] ?? {}).some(Boolean)).length;
}
