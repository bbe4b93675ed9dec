import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { addDays, daysBetween, type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import { Audit, type HistoryStep } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { ProgramsService } from '../programs/index.js';
import { FrozenField } from './courses.errors.js';
import { CoursesQueries } from './courses.queries.js';
import { CoursesRepository } from './courses.repository.js';
import type { CopyCourseDto, CoursesQuery, CreateCourseDto, UpdateCourseDto } from './dto/course.dto.js';
import type { CourseView } from './dto/course.view.js';
import { courseFaults } from './rules/course-life.js';

/** What may change only before anyone was called. */
const DRAFT_ONLY = ['code', 'programId'] as const;

/** Classes as they are planned. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly queries: CoursesQueries,
    private readonly courses: CoursesRepository,
    private readonly programs: ProgramsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: CoursesQuery): Promise<Page<CourseView>> {
    return this.queries.list(actor, query, this.today());
  }

  /** @param path the input field that names it. @throws NotFound */
  async get(actor: Actor, id: string, path = 'id'): Promise<CourseView> {
    const course = await this.queries.find(actor, id, this.today());
    if (!course) throw new NotFound(path);
    return course;
  }

  /** Everything that happened to a class, oldest first. @throws NotFound */
  async history(actor: Actor, id: string): Promise<{ items: HistoryStep[] }> {
    await this.get(actor, id);
    return { items: await this.audit.historyOf(id) };
  }

  /** Plans a class; it stays a draft until its nominations are opened. @throws InvalidInput, NotFound, CourseCodeTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateCourseDto): Promise<CourseView> {
    refuseFaults(dto);
    await this.programs.get(dto.programId, 'programId');
    const id = newId();
    await this.courses.insert({
      ...dto,
      id,
      title: toNfc(dto.title),
      unitId: actor.unitId,
      venue: dto.venue ?? null,
      bring: dto.bring ?? null,
      documentNumber: dto.documentNumber ?? null,
      state: 'draft',
      stateReason: null,
      deadline: null,
      reportedTrainees: null,
    });
    await this.record(actor, 'course.created', id, { after: factsOf(dto) });
    return this.get(actor, id);
  }

  /**
   * Plans classes like another: its program, length, seats and place, with days and codes of their own. With it they are
   * one series. Calls, people and sessions are not copied. @throws NotFound, NotAllowed, InvalidInput, CourseCodeTaken
   */
  @Transactional()
  async copy(actor: Actor, id: string, { classes }: CopyCourseDto): Promise<{ items: CourseView[] }> {
    const source = await this.get(actor, id);
    if (!source.can.copy) throw new NotAllowed('courses.manage');
    const codes = classes.map(({ code }) => code);
    const twice = codes.findIndex((code, index) => codes.indexOf(code) < index);
    if (twice >= 0) throw new InvalidInput([{ path: `classes.${twice}.code`, rule: 'courseCodeOnce' }]);
    const seriesId = await this.courses.seriesOf(id);
    const length = daysBetween(source.startsOn, source.endsOn);
    const { title, programId, capacity, minimum, mode, venue, bring } = source;
    const items: CourseView[] = [];
    for (const { code, startsOn, title: own } of classes) {
      const copy = {
        ...{ code, title: toNfc(own ?? title), programId, startsOn, endsOn: addDays(startsOn, length) },
        ...{ capacity, minimum, mode, venue, bring, seriesId, id: newId(), unitId: actor.unitId, documentNumber: null },
        ...{ state: 'draft' as const, stateReason: null, deadline: null, reportedTrainees: null },
      };
      await this.courses.insert(copy);
      await this.record(actor, 'course.copied', copy.id, { source: source.code, after: factsOf(copy) });
      items.push(await this.get(actor, copy.id));
    }
    return { items };
  }

  /**
   * Changes a class. Its dates carry over to everyone nominated, and are refused where someone would then be in two
   * classes at once.
   * @param version what the caller read, from `If-Match`; undefined overwrites whatever is there.
   * @throws NotFound, NotAllowed, StaleVersion, FrozenField, InvalidInput, CourseCodeTaken
   */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateCourseDto, version?: number): Promise<CourseView> {
    const course = await this.get(actor, id);
    if (!course.can.edit) throw new NotAllowed('courses.manage');
    if (version !== undefined && version !== course.version) throw new StaleVersion();
    const frozen =
      course.state === 'draft'
        ? []
        : DRAFT_ONLY.filter((field) => dto[field] !== undefined && dto[field] !== course[field]);
    if (frozen.length > 0) throw new FrozenField(frozen);
    refuseFaults({ ...course, ...dto });
    if (dto.programId !== undefined) await this.programs.get(dto.programId, 'programId');
    const change = { ...dto, ...(dto.title !== undefined && { title: toNfc(dto.title) }) };
    if (!(await this.courses.update(id, course.version, change))) throw new StaleVersion();
    const after = await this.get(actor, id);
    await this.record(actor, 'course.changed', id, changeOf(course, after));
    return after;
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'course', subjectId: id, unitId: actor.unitId, data });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

/** What the trail keeps of a class. */
const TOLD = [
  'code',
  'title',
  'programId',
  'startsOn',
  'endsOn',
  'capacity',
  'minimum',
  'mode',
  'venue',
  'bring',
  'documentNumber',
] as const;
type Told = Partial<Record<(typeof TOLD)[number], unknown>>;

/** What is told of a class that is new. */
const factsOf = (course: Told): Told =>
  Object.fromEntries(TOLD.flatMap((field) => (course[field] === undefined ? [] : [[field, course[field]]])));

/** What changed of a class, as it was and as it is. */
function changeOf(before: Told, after: Told): { before: Told; after: Told } {
  const fields = TOLD.filter((field) => before[field] !== after[field]);
  const only = (course: Told): Told => Object.fromEntries(fields.map((field) => [field, course[field] ?? null]));
  return { before: only(before), after: only(after) };
}

function refuseFaults(facts: Parameters<typeof courseFaults>[0]): void {
  const faults = courseFaults(facts);
  if (faults.length > 0) throw new InvalidInput(faults);
}
