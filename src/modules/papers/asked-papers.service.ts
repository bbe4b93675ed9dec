import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { ProgramsService } from '../programs/index.js';
import type { AskedPapersView } from './dto/paper.view.js';
import type { PaperKind } from './paper.types.js';
import { PapersQueries } from './papers.queries.js';
import { PapersRepository } from './papers.repository.js';

/** Which papers programs ask for. */
@Injectable()
export class AskedPapersService {
  constructor(
    private readonly programs: ProgramsService,
    private readonly queries: PapersQueries,
    private readonly papers: PapersRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound */
  async of(programId: string): Promise<AskedPapersView> {
    await this.programs.get(programId);
    return { kinds: await this.queries.ofProgram(programId) };
  }

  /** Asks for these kinds and no others, of every class that has not begun. @throws NotFound */
  @Transactional()
  async ask(actor: Actor, programId: string, kinds: readonly PaperKind[]): Promise<AskedPapersView> {
    const { kinds: before } = await this.of(programId);
    await this.papers.ask(programId, kinds);
    await this.audit.record({
      actor,
      action: 'program.papersAsked',
      subjectType: 'program',
      subjectId: programId,
      unitId: actor.unitId,
      data: { before, after: kinds },
    });
    return this.of(programId);
  }
}
