export { ProgramVersionRef, ProgramView } from './dto/program.view.js';
export { programRefSql } from './program.sql.js';
export {
  PAPER_KINDS,
  type PaperKind,
  PROGRAM_KINDS,
  type ProgramKind,
  STUDY_MODES,
  type StudyMode,
} from './program.types.js';
export { ProgramsAdmin } from './programs-admin.service.js';
export { ProgramsModule } from './programs.module.js';
export { ProgramsService } from './programs.service.js';
