import './workbooks.messages.js';

/**
 * Reads any workbook an office sends and says in plain facts what stands in it. First `inspectWorkbook`: which tables
 * of the kind the file holds; a person may correct the columns with `remap`. Then `readRows` with these layouts.
 */
export { type FieldDef, fieldOf, FIELDS, headingOf } from './fields.js';
export { FileRefused, type Refusal } from './file-refused.js';
export { isDitto } from './dittos.js';
export { withoutNumbers } from './hidden-numbers.js';
export { inspectWorkbook, missingFields, remap } from './inspect.js';
export { readRows } from './read-rows.js';
export type * from './workbook.types.js';
export { CELL_RULES, IMPORT_KINDS, isSound } from './workbook.types.js';
export { recognise } from './container.js';
