import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { type FieldError, InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import type { AddVersionDto, CorrectVersionDto, CreateProgramDto, RenameProgramDto } from './dto/program.dto.js';
import type { ProgramVersionView, ProgramView } from './dto/program.view.js';
import type { PaperKind } from './program.types.js';
import { OnlyVersion } from './programs.errors.js';
import { type OwnedVersion, ProgramsQueries } from './programs.queries.js';
import { ProgramsRepository, type VersionContent } from './programs.repository.js';
import { ProgramsService } from './programs.service.js';

/** Programs as the board keeps them. What classes were held by never changes: a change holds from a day on. */
@Injectable()
export class ProgramsAdmin {
  constructor(
    private readonly queries: ProgramsQueries,
    private readonly programs: ProgramsRepository,
    private readonly reads: ProgramsService,
    private readonly audit: Audit,
  ) {}

  /** A new kind of training, with what it is from a day on. @throws InvalidInput, NotAllowed, ProgramCodeTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateProgramDto): Promise<ProgramView> {
    await this.assertTop(actor);
    assertSound(dto);
    const id = await this.programs.insert(dto);
    await this.programs.addVersion(id, dto.from, dto);
    await this.record(actor, 'program.created', id, { code: dto.code, from: dto.from });
    return this.reads.get(id, 'id', dto.from);
  }

  /** @throws NotFound, NotAllowed */
  @Transactional()
  async rename(actor: Actor, id: string, { name }: RenameProgramDto): Promise<ProgramView> {
    await this.assertTop(actor);
    const before = await this.reads.get(id);
    await this.programs.rename(id, name);
    const after = await this.reads.get(id);
    await this.record(actor, 'program.renamed', id, { before: before.name, after: after.name });
    return after;
  }

  /** @throws NotFound, InvalidInput, ProgramVersionOverlaps, ProgramVersionUsed when such a class would fall to it */
  @Transactional()
  async addVersion(actor: Actor, programId: string, dto: AddVersionDto): Promise<ProgramVersionView> {
    await this.assertTop(actor);
    await this.reads.get(programId);
    assertSound(dto);
    const { id, endedId } = await this.programs.addVersion(programId, dto.from, dto);
    await this.record(actor, 'program.versionAdded', programId, { versionId: id, from: dto.from, ended: endedId });
    return (await this.find(id)).view;
  }

  /** @throws NotFound, InvalidInput, StaleVersion, ProgramVersionUsed when it changes what a class was held by */
  @Transactional()
  async correct(actor: Actor, id: string, dto: CorrectVersionDto, version?: number): Promise<ProgramVersionView> {
    await this.assertTop(actor);
    const { programId, view: before } = await this.find(id);
    const content: VersionContent = { ...before, ...dto, confers: dto.confers ?? before.confers };
    assertSound(content);
    if (!(await this.programs.correct(id, content, version))) throw new StaleVersion();
    if (dto.subjects) await this.programs.setSubjects(id, dto.subjects);
    const { view: after } = await this.find(id);
    await this.record(actor, 'program.versionCorrected', programId, {
      versionId: id,
      from: before.from,
      before,
      after,
    });
    return after;
  }

  /** @throws NotFound, NotAllowed */
  @Transactional()
  async setPapers(actor: Actor, id: string, papers: readonly PaperKind[]): Promise<ProgramVersionView> {
    await this.assertTop(actor);
    const { programId, view: before } = await this.find(id);
    await this.programs.setPapers(id, papers);
    const change = { versionId: id, from: before.from, before: before.papers, after: papers };
    await this.record(actor, 'program.papersSet', programId, change);
    return (await this.find(id)).view;
  }

  /** Takes a version away; the one before goes on. @throws NotFound, OnlyVersion, ProgramVersionUsed */
  @Transactional()
  async removeVersion(actor: Actor, id: string): Promise<void> {
    await this.assertTop(actor);
    const { programId, view } = await this.find(id);
    const versions = await this.queries.versions(programId);
    if (versions.at(-1)?.id === id) throw new OnlyVersion();
    await this.programs.removeVersion(programId, view);
    await this.record(actor, 'program.versionRemoved', programId, { versionId: id, from: view.from, before: view });
  }

  /** What is taught is the same for everyone, so it is for the board of the top unit to say. */
  private async assertTop(actor: Actor): Promise<void> {
    if (!(await this.queries.isTop(actor.unitId))) throw new NotAllowed('programs.manage');
  }

  private async find(id: string): Promise<OwnedVersion> {
    const version = await this.queries.version(id);
    if (!version) throw new NotFound('id');
    return version;
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'program', subjectId: id, unitId: actor.unitId, data });
  }
}

/** @throws InvalidInput */
function assertSound({ minimumSize, maximumSize, subjects = [] }: VersionContent): void {
  const faults: FieldError[] = [];
  if (minimumSize != null && maximumSize != null && minimumSize > maximumSize) {
    faults.push({ path: 'minimumSize', rule: 'notAboveMaximum' });
  }
  const names = subjects.map(({ name }) => foldVietnamese(name.trim()));
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) faults.push({ path: `subjects.${index}.name`, rule: 'subjectTwice' });
  });
  if (faults.length > 0) throw new InvalidInput(faults);
}
