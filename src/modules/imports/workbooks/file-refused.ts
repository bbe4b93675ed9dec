import { DomainError } from '../../../platform/http/domain-error.js';

/** Why a file is not read. */
export const REFUSALS = [
  'too-large',
  'not-a-workbook',
  'not-what-it-says',
  'encrypted',
  'macros',
  'external-links',
  'entities',
  'zip-bomb',
  'damaged',
  'too-many-rows',
  'too-complex',
  'legacy-encoding',
  'timeout',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A file that is not read at all; its sentence is `error.file-<reason>`, filled with the facts. */
export class FileRefused extends DomainError {
  readonly code: string;
  readonly status = 422;

  constructor(
    readonly reason: Refusal,
    facts: Record<string, unknown> = {},
  ) {
    super(facts, [{ path: 'file', rule: 'workbook' }]);
    this.code = `file-${reason}`;
  }
}
