import type { Table } from './table-row.js';
import type { CourseValues, ReadRow } from './workbook.types.js';

/** What the rows of a sheet add up to: people, or the trainees of classes; of the group at hand, and of all. */
export class Totals {
  private all = 0;
  private group = 0;
  private known = true;

  constructor(private readonly table: Table) {}

  count({ values, problems }: Pick<ReadRow, 'values' | 'problems'>): void {
    const isCourse = this.table.kind === 'courses';
    // While a number was not understood the sum is not known, and no total is judged.
    if (isCourse && problems.some(({ field }) => field === 'trainees')) this.known = false;
    const worth = isCourse ? ((values as CourseValues).trainees ?? 0) : 1;
    this.all += worth;
    this.group += worth;
  }

  beginGroup(): void {
    this.group = 0;
  }

  /**
   * Holds a total row against what was counted: it may speak of its group or of everything.
   * @param stated what it says; null when it says nothing that can be judged
   * @returns what it should say, or null when it agrees or cannot be judged
   */
  differs(stated: number | null): number | null {
    const agrees = stated === null || !this.known || stated === this.all || stated === this.group;
    const expected =
      this.group > 0 && this.group < this.all && stated !== null && stated < this.all ? this.group : this.all;
    this.group = 0;
    return agrees ? null : expected;
  }
}
