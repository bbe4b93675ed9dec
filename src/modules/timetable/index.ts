export { type BlackoutDays, type DaysOff, DaysQueries } from './days.queries.js';
export { LecturersService } from './lecturers.service.js';
export { RoomsService } from './rooms.service.js';
export { SessionWriter } from './session-writer.service.js';
export { type NewSession, type SessionContent, SessionsRepository } from './sessions.repository.js';
export { SessionsService } from './sessions.service.js';
export { TimetableCarryOver } from './timetable.carry-over.js';
export {
  type LecturerFacts,
  type RoomFacts,
  type SessionFacts,
  type TimetableFacts,
  TimetableReader,
} from './timetable.facts.js';
export { TimetableModule } from './timetable.module.js';
export type { Days } from './timetable.types.js';
