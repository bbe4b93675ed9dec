export { closingProgram } from './rules/closing-program.js';
export { STANDARD_ANSWERS, STANDARD_KINDS, type StandardAnswer, type StandardKind } from './standard.types.js';
export { StandardsModule } from './standards.module.js';
export { type JudgedOfficial, STANDARD_LADDERS, StandardsService } from './standards.service.js';
