import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { AccountsQueries } from '../identity/index.js';
import type { CreateAbsenceDto, CreateLecturerDto, LecturersQuery, UpdateLecturerDto } from './dto/lecturer.dto.js';
import type { LecturerView } from './dto/lecturer.view.js';
import { type LecturerContent, LecturersRepository, type OwnedLecturer } from './lecturers.repository.js';

/** Who teaches, what, how much, and when they are away. */
@Injectable()
export class LecturersService {
  constructor(
    private readonly lecturers: LecturersRepository,
    private readonly accounts: AccountsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { q, subject }: LecturersQuery): Promise<LecturerView[]> {
    const rows = await this.lecturers.list(actor, plainDateIn(this.clock.now()), { q, subject });
    return rows.map((row) => toView(actor, row));
  }

  /** @throws NotFound, LecturerAccountTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateLecturerDto): Promise<LecturerView> {
    const content = contentOf({ kind: 'full-time', closed: false, ...dto });
    await this.assertAccount(actor, content);
    const id = newId();
    await this.lecturers.insert(id, actor.unitId, content);
    await this.record(actor, 'lecturer.created', id, { kind: content.kind });
    return this.get(actor, id);
  }

  /** @throws NotFound, NotAllowed, LecturerAccountTaken, StaleVersion */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateLecturerDto, version?: number): Promise<LecturerView> {
    const before = await this.get(actor, id, true);
    const accountId = before.account?.id ?? null;
    const content = contentOf({ ...before, accountId, ...dto });
    if (content.accountId !== accountId) await this.assertAccount(actor, content);
    if (!(await this.lecturers.update(id, content, version))) throw new StaleVersion();
    await this.record(actor, 'lecturer.changed', id, { fields: Object.keys(dto) });
    return this.get(actor, id);
  }

  /** Writes down days on which they cannot teach. @throws NotFound, NotAllowed, InvalidInput, LecturerTeachesThen */
  @Transactional()
  async addAbsence(actor: Actor, id: string, { from, to, reason }: CreateAbsenceDto): Promise<LecturerView> {
    await this.get(actor, id, true);
    if (to < from) throw new InvalidInput([{ path: 'to', rule: 'notBeforeFirst' }]);
    await this.lecturers.insertAbsence(newId(), id, { from, to, reason: reason ? toNfc(reason).trim() : null });
    await this.record(actor, 'lecturer.away', id, { from, to });
    return this.get(actor, id);
  }

  /** @throws NotFound, NotAllowed */
  @Transactional()
  async removeAbsence(actor: Actor, id: string, absenceId: string): Promise<LecturerView> {
    await this.get(actor, id, true);
    if (!(await this.lecturers.deleteAbsence(id, absenceId))) throw new NotFound('absenceId');
    await this.record(actor, 'lecturer.back', id, {});
    return this.get(actor, id);
  }

  private async get(actor: Actor, id: string, toChange = false): Promise<LecturerView> {
    const [row] = await this.lecturers.list(actor, plainDateIn(this.clock.now()), { id });
    if (!row) throw new NotFound('id');
    if (toChange && !row.owned) throw new NotAllowed('timetable.manage');
    return toView(actor, row);
  }

  private async assertAccount(actor: Actor, { accountId }: LecturerContent): Promise<void> {
    if (accountId !== null && !(await this.accounts.find(actor.unitId, accountId))) throw new NotFound('accountId');
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'lecturer', subjectId: id, unitId: actor.unitId, data });
  }
}

/** A lecturer as the reader may see them. */
function toView(actor: Actor, { owned, account, ...row }: OwnedLecturer): LecturerView {
  const canEdit = owned && mayRole(actor.role, 'timetable.manage');
  return { ...row, account: canEdit ? account : null, canEdit };
}

type Wishes = Pick<LecturerContent, 'fullName' | 'kind' | 'closed'> & {
  organisation?: string | null;
} & Partial<Pick<CreateLecturerDto, 'subjects' | 'hoursPerWeek' | 'hoursPerYear' | 'accountId'>>;

const contentOf = (wishes: Wishes): LecturerContent => ({
  fullName: toNfc(wishes.fullName).trim().replace(/\s+/g, ' '),
  kind: wishes.kind,
  organisation: wishes.organisation ? toNfc(wishes.organisation).trim() : null,
  subjects: (wishes.subjects ?? []).map((subject) => toNfc(subject).trim()).filter((subject) => subject !== ''),
  hoursPerWeek: wishes.hoursPerWeek ?? null,
  hoursPerYear: wishes.hoursPerYear ?? null,
  accountId: wishes.accountId ?? null,
  closed: wishes.closed,
});
