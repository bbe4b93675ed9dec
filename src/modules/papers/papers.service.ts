import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Readable } from 'node:stream';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { type StoredFile, StoredFiles, type StoredUpload } from '../../platform/files/stored-files.js';
import { type FinishedUpload, Uploads } from '../../platform/files/uploads.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { CoursesService } from '../courses/index.js';
import { nominationEntry, type NominationInScope, NominationScopeQueries } from '../nominations/index.js';
import type { AddPaperDto, HealthDto } from './dto/paper.dto.js';
import type { AskedPapersView, MissingPapersView, PapersView } from './dto/paper.view.js';
import type { PaperKind } from './paper.types.js';
import { PaperAttachedTwice, PapersAreFixed, TooManyPapers } from './papers.errors.js';
import { PapersQueries } from './papers.queries.js';
import { PapersRepository } from './papers.repository.js';
import { paperFault } from './rules/paper-file.js';

/** Files of one nomination at most. */
const MOST_FILES = 20;

/** Papers that go with nominations. */
@Injectable()
export class PapersService {
  constructor(
    private readonly courses: CoursesService,
    private readonly nominations: NominationScopeQueries,
    private readonly queries: PapersQueries,
    private readonly papers: PapersRepository,
    private readonly uploads: Uploads,
    private readonly files: StoredFiles,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The papers of a nomination, what is missing, and what of earlier ones can be used again. @throws NotFound */
  async list(actor: Actor, nominationId: string): Promise<PapersView> {
    const { mayHavePapers } = await this.nomination(actor, nominationId);
    const items = await this.queries.of(nominationId);
    const asked = await this.queries.asked(nominationId);
    const earlier = mayHavePapers ? await this.queries.earlier(nominationId) : [];
    return { items, ...asked, earlier, mayChange: mayHavePapers };
  }

  /** What a class asks for, and who of the reader's officials has some of it already. @throws NotFound */
  async asked(actor: Actor, courseId: string): Promise<AskedPapersView> {
    await this.courses.get(actor, courseId);
    const required = await this.queries.askedBy(courseId);
    return {
      required,
      atHand: required.length === 0 ? [] : await this.queries.atHand(actor.unitId, courseId, required),
    };
  }

  /** Which of a class's nominations that the reader sees still lack papers. */
  async missing(actor: Actor, courseId: string): Promise<MissingPapersView> {
    const ids = await this.nominations.beforeTheClass(actor, courseId);
    return { items: ids.length === 0 ? [] : await this.queries.missing(courseId, ids) };
  }

  /**
   * Attaches an upload, or a file of an earlier nomination of the same person.
   * @throws NotFound, InvalidInput, PapersAreFixed, TooManyPapers, PaperAttachedTwice, VirusFound, ScannerSilent
   */
  async add(actor: Actor, nominationId: string, { kind, uploadId, paperId }: AddPaperDto): Promise<PapersView> {
    await this.nomination(actor, nominationId);
    if ((uploadId === undefined) === (paperId === undefined))
      throw new InvalidInput([{ path: 'uploadId', rule: 'uploadOrPaper' }]);
    if (uploadId === undefined) await this.attachEarlier(actor, nominationId, kind, paperId ?? '');
    else await this.addUpload(actor, nominationId, kind, uploadId);
    return this.list(actor, nominationId);
  }

  /** Says whether the person is fit to study; of health nothing else is kept. @throws NotFound, InvalidInput, PapersAreFixed */
  @Transactional()
  async sayFit(actor: Actor, nominationId: string, fitness: HealthDto): Promise<PapersView> {
    const nomination = await this.open(actor, nominationId);
    const now = this.clock.now();
    if (fitness.checkedOn > plainDateIn(now)) throw new InvalidInput([{ path: 'checkedOn', rule: 'notAfterToday' }]);
    await this.papers.sayFit(newId(), nominationId, fitness, { by: actor.accountId, at: now });
    await this.record(actor, 'nomination.paperAdded', nomination, 'health');
    return this.list(actor, nominationId);
  }

  /** Takes a paper out. @throws NotFound, PapersAreFixed */
  @Transactional()
  async remove(actor: Actor, id: string): Promise<void> {
    const paper = await this.queries.find(id);
    if (!paper) throw new NotFound('id');
    const nomination = await this.open(actor, paper.nominationId, 'id');
    if (!(await this.papers.remove(id))) throw new NotFound('id');
    await this.record(actor, 'nomination.paperRemoved', nomination, paper.kind);
  }

  /** The file of a paper; that it was read goes into the trail. @throws NotFound */
  @Transactional()
  async read(actor: Actor, id: string): Promise<StoredFile & { content: Readable }> {
    const paper = await this.queries.find(id);
    if (!paper?.fileId) throw new NotFound('id');
    const nomination = await this.nomination(actor, paper.nominationId, 'id');
    const file = await this.files.open(paper.fileId);
    if (!file) throw new NotFound('id');
    await this.record(actor, 'nomination.paperRead', nomination, paper.kind);
    return file;
  }

  /** Judged, scanned and stored outside the transaction: a scanner may take its time. */
  private async addUpload(actor: Actor, nominationId: string, kind: PaperKind, uploadId: string): Promise<void> {
    const upload = await this.uploads.finished(uploadId, actor.accountId);
    if (!upload) throw new InvalidInput([{ path: 'uploadId', rule: 'uploadFinished' }]);
    await this.attachUpload(actor, nominationId, kind as AddPaperDto['kind'], await this.store(upload));
    await this.uploads.forget(uploadId);
  }

  private store(upload: FinishedUpload): Promise<StoredUpload> {
    const fault = paperFault(upload.name, upload.mediaType);
    if (fault !== null) throw new InvalidInput([{ path: 'uploadId', rule: fault }]);
    return this.files.store(upload, upload.mediaType ?? '');
  }

  @Transactional()
  private async attachUpload(
    actor: Actor,
    nominationId: string,
    kind: AddPaperDto['kind'],
    stored: StoredUpload,
  ): Promise<void> {
    const nomination = await this.open(actor, nominationId);
    if (await this.queries.has(nominationId, stored.sha256)) throw new PaperAttachedTwice();
    await this.files.register(stored, actor.accountId);
    await this.attach(actor, nomination, kind, stored.id);
  }

  @Transactional()
  private async attachEarlier(
    actor: Actor,
    nominationId: string,
    kind: AddPaperDto['kind'],
    paperId: string,
  ): Promise<void> {
    const nomination = await this.open(actor, nominationId);
    const fileId = await this.queries.fileOfSamePerson(paperId, nominationId);
    if (fileId === null) throw new NotFound('paperId');
    await this.attach(actor, nomination, kind, fileId);
  }

  private async attach(
    actor: Actor,
    nomination: NominationInScope,
    kind: AddPaperDto['kind'],
    fileId: string,
  ): Promise<void> {
    if ((await this.papers.files(nomination.id)) >= MOST_FILES) throw new TooManyPapers(MOST_FILES);
    await this.papers.add(newId(), nomination.id, kind, fileId, { by: actor.accountId, at: this.clock.now() });
    await this.record(actor, 'nomination.paperAdded', nomination, kind);
  }

  /** A nomination whose papers may still change, held. @throws NotFound, PapersAreFixed */
  private async open(actor: Actor, nominationId: string, path = 'nominationId'): Promise<NominationInScope> {
    await this.nomination(actor, nominationId, path);
    await this.papers.hold(nominationId);
    const nomination = await this.nomination(actor, nominationId, path);
    if (!nomination.mayHavePapers) throw new PapersAreFixed();
    return nomination;
  }

  private async nomination(actor: Actor, id: string, path = 'id'): Promise<NominationInScope> {
    const nomination = await this.nominations.find(actor, id);
    if (!nomination) throw new NotFound(path);
    return nomination;
  }

  private record(
    actor: Actor,
    action: `nomination.${string}`,
    { id, unitId }: NominationInScope,
    kind: PaperKind,
  ): Promise<void> {
    return this.audit.record(nominationEntry(actor, action, { id, unitId }, { kind }));
  }
}
