export { ATTENDANCE_RULES, AttendanceAudit, type AttendanceFinding } from './attendance.audit.js';
export { AttendanceModule } from './attendance.module.js';
export { AttendanceService } from './attendance.service.js';
export { RecordingService } from './recording.service.js';
export type { MarkLine } from './rules/sheet-changes.js';
