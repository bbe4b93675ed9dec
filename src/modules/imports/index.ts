export { type CourseRow, parseCourses } from './workbooks/courses-sheet.js';
export { type OfficialRow, parseOfficials } from './workbooks/officials-sheet.js';
export { type Parsed, readWorkbook, type Sheet } from './workbooks/read-workbook.js';
export { parseSendings, type SendingRow } from './workbooks/sendings-sheet.js';
