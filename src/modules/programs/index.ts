export { ProgramView } from './dto/program.view.js';
export { programRefSql } from './program.sql.js';
export { PROGRAM_KINDS, type ProgramKind } from './program.types.js';
export { ProgramsModule } from './programs.module.js';
export { ProgramsService } from './programs.service.js';
