import type { CourseView } from '../courses/index.js';
import type { ConferredLevel } from '../officials/index.js';

/** What completing a class gives to the records of these, by what its program was on the opening day. */
export function levelsGiven(
  { program, endsOn, code }: CourseView,
  completed: readonly { id: string; officialId: string }[],
): ConferredLevel[] {
  const { llct = null, management = null, professional = null } = program.version?.confers ?? {};
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
          obtainedOn: endsOn,
          source: code,
        })),
  );
}
