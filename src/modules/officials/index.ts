export { OfficialView } from './dto/official.view.js';
export { OfficialsFilter } from './dto/officials-query.dto.js';
export {
  MEMBERSHIP_KNOWN,
  NAME_ORDER,
  OFFICIAL_COLUMNS,
  officialFactsJoins,
  officialInScope,
  officialTables,
} from './official.sql.js';
export {
  CATEGORIES,
  type Category,
  type Gender,
  LADDERS,
  LLCT_LEVELS,
  type LlctLevel,
  MANAGEMENT_LEVELS,
  type ManagementLevel,
  PROFESSIONAL_LEVELS,
  type ProfessionalLevel,
  QUALIFICATION_KINDS,
  type QualificationKind,
  SCHOOLINGS,
  type Schooling,
} from './official.types.js';
export { OfficialsCarryOver, type UnitMember } from './officials.carry-over.js';
export { OfficialsListQueries } from './officials-list.queries.js';
export { OfficialsListService } from './officials-list.service.js';
export { OfficialsModule } from './officials.module.js';
export { OfficialsQueries } from './officials.queries.js';
export type { BulkChange, BulkOfficial, OfficialFacts } from './official-facts.js';
export { type BulkCertificate, type BulkLevel, type NumberHolder, OfficialsBulk } from './officials.bulk.js';
export {
  type CertificateSaid,
  type ConferredLevel,
  type NewOfficial,
  type NewPastSending,
  OfficialsRepository,
} from './officials.repository.js';
export { PastSendingsBulk, type SendingChange, type SendingFacts } from './past-sendings.bulk.js';
export { NotesService } from './notes.service.js';
export { OfficialNumbers } from './official-numbers.js';
export { digitsOf, isSecretNumber, maskNumber, SECRET_NUMBERS, type SecretNumber } from './rules/numbers.js';
export { PlanningsService } from './plannings.service.js';
export { PostsService } from './posts.service.js';
export { QualificationsService } from './qualifications.service.js';
export { ResealService } from './reseal.service.js';
export { StatusesService } from './statuses.service.js';
