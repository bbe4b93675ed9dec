import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/ids.js';
import { CoursesBulk, type FoundCourse, type PastCourseChange, type PastCourseFacts } from '../../courses/index.js';
import { ProgramsService, type ProgramView } from '../../programs/index.js';
import type { RowProblem, SourceRow, Value } from '../import.types.js';
import { changesOf, type Recorded } from '../rules/compare.js';
import { programFinder } from '../rules/match-program.js';
import {
  Doubles,
  type ImportScope,
  type ImportTarget,
  judged,
  type Match,
  problem,
  type TargetSession,
} from './target.js';

const FIELDS = ['title', 'programName', 'startsOn', 'endsOn', 'trainees', 'venue', 'documentNumber'] as const;
const NEEDED = ['code', 'title', 'programName', 'startsOn', 'endsOn', 'trainees'] as const;
/** What the database takes for a class. */
const MOST_TRAINEES = 2000;

/** Classes held. */
@Injectable()
export class CoursesTarget implements ImportTarget {
  constructor(
    private readonly courses: CoursesBulk,
    private readonly programs: ProgramsService,
  ) {}

  async open(scope: ImportScope): Promise<TargetSession> {
    return new CoursesSession(this.courses, (await this.programs.list()).items, scope);
  }
}

interface Found extends Match {
  readonly recorded: FoundCourse | null;
  readonly program: ProgramView | null;
}

class CoursesSession implements TargetSession {
  private readonly program: (text: string) => ProgramView | null;
  private readonly names: ReadonlyMap<string, string>;
  private readonly doubles = new Doubles();

  constructor(
    private readonly courses: CoursesBulk,
    programs: readonly ProgramView[],
    private readonly scope: ImportScope,
  ) {
    this.program = programFinder(programs);
    this.names = new Map(programs.map(({ id, name }) => [id, name]));
  }

  async judge(rows: readonly SourceRow[], hold = false): Promise<Found[]> {
    const codes = rows.flatMap(({ values: { code } }) => (code ? [String(code)] : []));
    const found = await this.courses.find(codes, this.scope.unitId, hold);
    const byCode = new Map(found.map((course) => [course.code, course]));
    return rows.map((row) => this.judgeOne(row, byCode.get(String(row.values.code)) ?? null));
  }

  private judgeOne(row: SourceRow, recorded: FoundCourse | null): Found {
    const { values } = row;
    const named = values.programName ?? null;
    const program = named === null ? null : this.program(String(named));
    const problems: RowProblem[] = [...row.problems, ...misfits(row, recorded)];
    if (named !== null && program === null)
      problems.push(problem(row, 'programName', 'import.program-unknown', { program: named }));
    if (recorded && !recorded.within) problems.push(problem(row, 'code', 'import.course-outside'));
    if (recorded === null && problems.length === 0)
      problems.push(
        ...NEEDED.filter((field) => (values[field] ?? null) === null).map((field) => problem(row, field, 'cell.empty')),
      );
    const changes = recorded ? this.changes(row, recorded, program) : [];
    if (recorded?.managed && changes.length > 0)
      problems.push(problem(row, changes[0]?.field ?? null, 'import.course-managed'));
    if (problems.length === 0) problems.push(...this.doubles.of(String(values.code), row, 'code'));
    const title = String(values.code ?? '—');
    return { ...judged(row, title, { targetId: recorded?.id ?? null, changes, problems }), recorded, program };
  }

  private changes(row: SourceRow, recorded: FoundCourse, program: ProgramView | null) {
    const { within: _, managed: __, ...recordedFacts } = recorded;
    const facts: Recorded = { ...recordedFacts, programName: this.names.get(recorded.programId) ?? '—' };
    return changesOf(FIELDS, { ...row.values, programName: program?.name ?? null }, facts);
  }

  async write(rows: readonly Found[]): Promise<string[]> {
    const courses = rows.map((row) => ({ ...row, id: row.targetId ?? newId() }));
    await this.courses.insert(courses.flatMap((row) => (row.state === 'new' ? [this.newCourse(row)] : [])));
    await this.courses.change(courses.filter(({ state }) => state === 'changed').map(changeOf));
    return courses.map(({ id }) => id);
  }

  private newCourse({ id, program, row: { values } }: Written): PastCourseFacts {
    const text = (field: string): string => String(values[field]);
    return {
      id,
      code: text('code'),
      title: text('title'),
      programId: program?.id ?? '',
      unitId: this.scope.unitId,
      startsOn: text('startsOn'),
      endsOn: text('endsOn'),
      trainees: Number(values.trainees),
      venue: (values.venue ?? null) as string | null,
      documentNumber: (values.documentNumber ?? null) as string | null,
    };
  }
}

type Written = Found & { readonly id: string };

function changeOf({ id, changes, program }: Written): PastCourseChange {
  const to = (field: string): Value => changes.find((change) => change.field === field)?.after ?? null;
  return {
    id,
    title: to('title') as string | null,
    programId: to('programName') === null ? null : (program?.id ?? null),
    startsOn: to('startsOn') as string | null,
    endsOn: to('endsOn') as string | null,
    trainees: to('trainees') as number | null,
    venue: to('venue') as string | null,
    documentNumber: to('documentNumber') as string | null,
  };
}

/** Numbers and days that would not stand together once the row is applied. */
function misfits(row: SourceRow, recorded: FoundCourse | null): RowProblem[] {
  const { values } = row;
  const startsOn = values.startsOn ?? recorded?.startsOn ?? null;
  const endsOn = values.endsOn ?? recorded?.endsOn ?? null;
  const trainees = values.trainees ?? null;
  const year = values.year ?? null;
  return [
    ...(startsOn !== null && endsOn !== null && endsOn < startsOn ? [problem(row, 'endsOn', 'cell.order')] : []),
    ...(startsOn !== null && year !== null && Number(String(startsOn).slice(0, 4)) !== year
      ? [problem(row, 'year', 'import.year-differs')]
      : []),
    ...(trainees !== null &&
    trainees !== recorded?.trainees &&
    (Number(trainees) < 1 || Number(trainees) > MOST_TRAINEES)
      ? [problem(row, 'trainees', 'import.trainees-range', { most: MOST_TRAINEES })]
      : []),
  ];
}
