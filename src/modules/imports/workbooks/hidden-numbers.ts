import { maskNumber } from '../../officials/index.js';
import type { InspectedSheet, Layout } from './workbook.types.js';

/** Fields whose cells are shown to nobody as they are. */
export const SECRET_FIELDS: readonly string[] = ['citizenId', 'partyCard'];

/** So many digits in a row, however they are spaced, can be the number of a person: no date and no count has as many. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){8,}/g;
const SHORTEST = 4;

/** A text with its long numbers covered but for their last digits. */
export const hideNumbers = (text: string): string =>
  text.replace(LONG_NUMBER, (digits) => maskNumber(digits.replace(/\D/g, '')));

/** Whatever stands in a cell of a secret field, covered. */
const hideCell = (text: string): string => {
  const signs = text.replace(/\s/g, '');
  return signs.length > SHORTEST ? maskNumber(signs) : '•'.repeat(signs.length);
};

/** What may be said of what stands in a cell of a field. */
export const shownValue = (field: string | null, text: string): string =>
  field !== null && SECRET_FIELDS.includes(field) ? hideCell(text) : hideNumbers(text);

/** The first lines of a sheet without the numbers of people: neither where a column is known for them nor elsewhere. */
export function withoutNumbers(sheet: InspectedSheet, layouts: readonly Layout[]): InspectedSheet {
  const layout = layouts.find((candidate) => candidate.sheet === sheet.name);
  const fieldAt = new Map(layout?.columns.map(({ index, field }) => [index, field]));
  const from = (layout?.firstRow ?? 1) - 1;
  const preview = sheet.preview.map((line, at) =>
    line.map((text, column) => shownValue(at >= from ? (fieldAt.get(column) ?? null) : null, text)),
  );
  return { ...sheet, preview };
}
