/** People that one unit sent to one program in one year. */
export interface SentRow {
  readonly year: number;
  readonly programId: string;
  readonly unitId: string;
  readonly sent: number;
}

/** A unit with the officials it has today. */
export interface UnitOfHistory {
  readonly unit: { readonly id: string; readonly code: string; readonly name: string };
  readonly officials: number;
  /** Whether it has ended: what it sent stays readable. */
  readonly closed: boolean;
}

/** What one unit sent to one program. */
export interface SentByUnit {
  readonly programId: string;
  readonly sent: number;
  /** Of the years asked about, in order. */
  readonly byYear: readonly number[];
  /** Sent per hundred officials of today, to one decimal; null where there are none. */
  readonly perHundred: number | null;
  /** The last year of those asked about in which somebody was sent; null: nobody was. */
  readonly lastYear: number | null;
  /** Full years since then, up to the last year asked about; all of them when nobody was sent. */
  readonly yearsWithout: number;
  /** People who need it now. */
  readonly need: number;
  /** In need, and nobody sent for so many years. */
  readonly leftOut: boolean;
}

export interface Asked {
  readonly from: number;
  readonly to: number;
  readonly programIds: readonly string[];
  /** Years without anybody after which a unit in need counts as left out. */
  readonly without: number;
}

/** Counts what each unit sent to each program, how much that is per head, and who has been left out. */
export function historyOfUnits<Unit extends UnitOfHistory>(
  units: readonly Unit[],
  rows: readonly SentRow[],
  needOf: (unitId: string, programId: string) => number,
  { from, to, programIds, without }: Asked,
): (Unit & { readonly programs: SentByUnit[] })[] {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const sentIn = new Map(rows.map(({ unitId, programId, year, sent }) => [`${unitId} ${programId} ${year}`, sent]));
  return units.map((unit) => ({
    ...unit,
    programs: programIds.map((programId) => {
      const byYear = years.map((year) => sentIn.get(`${unit.unit.id} ${programId} ${year}`) ?? 0);
      const sent = byYear.reduce((sum, count) => sum + count, 0);
      const last = byYear.findLastIndex((count) => count > 0);
      const yearsWithout = byYear.length - 1 - last;
      const need = needOf(unit.unit.id, programId);
      return {
        programId,
        sent,
        byYear,
        perHundred: unit.officials === 0 ? null : Math.round((1000 * sent) / unit.officials) / 10,
        lastYear: last < 0 ? null : from + last,
        yearsWithout,
        need,
        leftOut: !unit.closed && need > 0 && yearsWithout >= without,
      };
    }),
  }));
}
