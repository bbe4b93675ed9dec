import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { readText } from './cells.js';
import type { Table } from './table-row.js';
import type { Cell } from './workbook.types.js';

/** What an office writes instead of what stands above: "như trên", "nt", "-nt-", and quotes of every kind. */
const DITTO = /^(?:nhu tren|-? ?n[/.]?t\.? ?-?|-? ?["'\u201c\u201d\u2033\u3003]+ ?-?)$/;
/** A text that is meant as it stands begins with an apostrophe, as a spreadsheet keeps a text a text. */
const LITERAL = /^\s*'(?!')/;
/** Whether a text would be taken for "as above". */
export const isDitto = (text: string): boolean => DITTO.test(foldVietnamese(text));
/** What is one row's own: nobody is called "như trên". */
const OWN = ['fullName', 'nameAndBirth', 'recordId', 'citizenId', 'partyCard', 'code', 'title'];

/** A cell that stands for the one above it; null when there is nothing above, or it cannot be said so. */
export interface Ditto {
  readonly field: string;
  readonly above: string | null;
  readonly isOwn: boolean;
}

/** A sheet's cells that say "as above", filled with what they mean, row after row. */
export class Dittos {
  private above: readonly Cell[] = [];

  constructor(private readonly table: Table) {}

  /** A row of data with what its dittos stand for. */
  fill(cells: readonly Cell[]): { cells: readonly Cell[]; dittos: Ditto[] } {
    const filled = [...cells];
    const dittos: Ditto[] = [];
    for (const [field, column] of this.table.columnOf) {
      const written = cells[column];
      const text = readText(written);
      if (text === null || typeof written !== 'string' || LITERAL.test(written) || !isDitto(text)) continue;
      const isOwn = OWN.includes(field);
      const above = isOwn ? null : readText(this.above[column]);
      if (above !== null) filled[column] = this.above[column] ?? null;
      dittos.push({ field, above, isOwn });
    }
    this.above = filled;
    return { cells: filled, dittos };
  }
}
