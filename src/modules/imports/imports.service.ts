import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Upload } from '../../platform/http/upload.js';
import { Journal } from '../../platform/journal/journal.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { ApplyImportDto, ImportLayoutDto, ImportRowsQuery, ImportsQuery } from './dto/import.dto.js';
import type { ImportPage, ImportRowPage, ImportView } from './dto/import.view.js';
import { ImportPresenter } from './import.presenter.js';
import { IMPORT_KINDS, type ImportKind } from './import.types.js';
import { NoLongerKept, NothingToApply, RowsNotSound, StepNotOpen } from './imports.errors.js';
import { abilityFor, kindsOf } from './imports.policy.js';
import { ImportsQueries, type WholeImport } from './imports.queries.js';
import { ImportsRepository } from './imports.repository.js';
import { applyingWanted, readingWanted } from './imports.topics.js';
import { layoutsByHand, mappingErrors } from './layout-by-hand.js';

/** Bringing workbooks in: hand in, look, correct the columns, apply, take back. The long work is done by jobs. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly queries: ImportsQueries,
    private readonly imports: ImportsRepository,
    private readonly presenter: ImportPresenter,
    private readonly files: StoredFiles,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Takes a workbook in; it is read by a job. @throws InvalidInput, NotAllowed */
  @Transactional()
  async create(actor: Actor, upload: Upload): Promise<ImportView> {
    const kind = kindOf(upload);
    if (!mayRole(actor.role, abilityFor(kind))) throw new NotAllowed(abilityFor(kind));
    const file = await this.files.keep(upload, actor.accountId);
    const id = newId();
    await this.imports.insert({
      id,
      kind,
      unitId: actor.unitId,
      createdBy: actor.accountId,
      createdByName: actor.displayName,
      createdByRole: actor.role,
      createdAt: this.clock.now(),
      fileName: file.name,
      fileId: file.id,
    });
    await this.outbox.announce(readingWanted, { importId: id, run: 1 });
    await this.record(actor, 'import.created', { id, unitId: actor.unitId }, { kind, size: file.size });
    return this.get(actor, id);
  }

  async list(actor: Actor, query: ImportsQuery): Promise<ImportPage> {
    const page = await this.queries.list(actor.unitId, query, kindsOf(actor.role));
    return { ...page, items: page.items.map((record) => this.presenter.item(record)) };
  }

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<ImportView> {
    return this.presenter.whole(actor, await this.find(actor, id));
  }

  /** @throws NotFound */
  async rows(actor: Actor, id: string, query: ImportRowsQuery): Promise<ImportRowPage> {
    await this.find(actor, id);
    const page = await this.queries.rows(id, query);
    return { ...page, items: page.items.map((row) => this.presenter.row(row)) };
  }

  /** Reads the file again by a mapping of columns made by hand, and remembers it. @throws NotFound, StepNotOpen, InvalidInput */
  @Transactional()
  async remap(actor: Actor, id: string, dto: ImportLayoutDto): Promise<ImportView> {
    const { kind, status, unitId, found } = await this.find(actor, id);
    if (status !== 'preview' || !found) throw new StepNotOpen(status);
    const errors = mappingErrors(kind, dto, found);
    if (errors.length > 0) throw new InvalidInput(errors);
    const layout = layoutsByHand(kind, dto, found);
    const run = await this.imports.rerun(id, 'preview', 'reading', { layout });
    if (run === null) throw new StepNotOpen('reading');
    for (const table of layout) await this.imports.rememberLayout(unitId, kind, table, this.clock.now());
    await this.outbox.announce(readingWanted, { importId: id, run });
    return this.get(actor, id);
  }

  /** Has the rows of the preview written, all or only the sound ones. @throws NotFound, StepNotOpen, RowsNotSound, NothingToApply */
  @Transactional()
  async apply(actor: Actor, id: string, { onlySound = false }: ApplyImportDto): Promise<ImportView> {
    const { status, summary } = await this.find(actor, id);
    if (status !== 'preview') throw new StepNotOpen(status);
    if (summary.problems > 0 && !onlySound) throw new RowsNotSound(summary.problems);
    if (summary.new + summary.changed === 0) throw new NothingToApply();
    const run = await this.imports.rerun(id, 'preview', 'applying', { onlySound, by: actor });
    if (run === null) throw new StepNotOpen('applying');
    await this.outbox.announce(applyingWanted, { importId: id, run });
    return this.get(actor, id);
  }

  /** Takes back all that an import wrote. @throws NotFound, StepNotOpen, NoLongerKept, ChangedSince, DependedOn */
  @Transactional()
  async undo(actor: Actor, id: string): Promise<ImportView> {
    const record = await this.find(actor, id);
    if (record.rowsForgotten && record.status === 'applied') throw new NoLongerKept();
    if (!(await this.imports.markUndone(id, this.clock.now()))) throw new StepNotOpen(record.status);
    const steps = await this.journal.undo(id);
    await this.record(actor, 'import.undone', record, { kind: record.kind, steps });
    return this.get(actor, id);
  }

  /** Forgets an import that changed nothing, or no longer does. @throws NotFound, StepNotOpen */
  @Transactional()
  async remove(actor: Actor, id: string): Promise<void> {
    const record = await this.find(actor, id);
    if (!(await this.imports.remove(id))) throw new StepNotOpen(record.status);
    await this.record(actor, 'import.removed', record, { kind: record.kind });
  }

  /** One import of the reader's part of the tree, of a kind that is theirs. @throws NotFound */
  private async find(actor: Actor, id: string): Promise<WholeImport> {
    const record = await this.queries.find(actor.unitId, id);
    if (!record || !mayRole(actor.role, abilityFor(record.kind))) throw new NotFound('id');
    return record;
  }

  private record(
    actor: Actor,
    action: string,
    { id, unitId }: { id: string; unitId: string },
    data: object,
  ): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'import', subjectId: id, unitId, data: { ...data } });
  }
}

/** @throws InvalidInput when the field beside the file names no kind */
function kindOf({ fields }: Upload): ImportKind {
  const kind = IMPORT_KINDS.find((known) => known === fields.kind);
  if (!kind) {
    const rule = fields.kind === undefined ? 'required' : 'isIn';
    throw new InvalidInput([{ path: 'kind', rule, facts: { 0: IMPORT_KINDS.join(', ') } }]);
  }
  return kind;
}
