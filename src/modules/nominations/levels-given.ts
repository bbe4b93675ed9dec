import type { PlainDate } from '../../kernel/plain-date.js';
import type { CourseView } from '../courses/index.js';
import type { CertificateSaid, ConferredLevel } from '../officials/index.js';
import type { Classification } from './nomination.types.js';

/** What of a result stands on the certificate. */
export interface ResultSaid {
  readonly classification: Classification;
  readonly certificateNumber: string | null;
  readonly certificateDate: PlainDate | null;
}

/** What the record says of a completed class: as the certificate does, from its day; without one, from the last day of the class. */
export function certificateSaid({ endsOn }: CourseView, result?: ResultSaid): CertificateSaid {
  const classification = result?.classification;
  return {
    obtainedOn: result?.certificateDate ?? endsOn,
    certificateNumber: result?.certificateNumber ?? null,
    classification: classification === undefined || classification === 'failed' ? null : classification,
  };
}

/** What completing a class gives to the records of these, by what its program was on the opening day. */
export function levelsGiven(
  course: CourseView,
  completed: readonly { id: string; officialId: string }[],
  results: ReadonlyMap<string, ResultSaid> = new Map(),
): ConferredLevel[] {
  const { llct = null, management = null, professional = null } = course.program.version?.confers ?? {};
  const given = [
    { kind: 'llct' as const, level: llct },
    { kind: 'state-management' as const, level: management },
    { kind: 'professional' as const, level: professional },
  ];
  return given.flatMap(({ kind, level }) =>
    level === null
      ? []
      : completed.map(({ id, officialId }) => ({
          kind,
          level,
          officialId,
          nominationId: id,
          source: course.code,
          ...certificateSaid(course, results.get(id)),
        })),
  );
}
