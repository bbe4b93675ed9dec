import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { DomainError, type FieldError, InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { ProgramsService } from '../programs/index.js';
import { UnitsQueries } from '../units/index.js';
import type { AddCommentDto, CellDto, SetMatrixDto } from './dto/matrix.dto.js';
import type { QuotaComments, SavedMatrix } from './dto/matrix.view.js';
import { MatrixQueries } from './matrix.queries.js';
import { CellsChanged, CellsRefused } from './quotas.errors.js';
import { QuotasService } from './quotas.service.js';

const keyOf = ({ programId, unitId }: Pick<CellDto, 'programId' | 'unitId'>): string => `${programId} ${unitId}`;

/** A cell with its place in the block that was sent. */
interface SentCell extends CellDto {
  readonly index: number;
}

/** The matrix of units and programs of a year: blocks of cells, and what is said about them. */
@Injectable()
export class MatrixService {
  constructor(
    private readonly queries: MatrixQueries,
    private readonly quotas: QuotasService,
    private readonly programs: ProgramsService,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a block of cells of several programs; all or none. Each that is wrong is named by its place in the block.
   * @throws InvalidInput, NotFound, CellsChanged, CellsRefused
   */
  @Transactional()
  async save(actor: Actor, { period, cells }: SetMatrixDto): Promise<SavedMatrix> {
    const sent = cells.map((cell, index) => ({ ...cell, index }));
    const keys = sent.map(keyOf);
    const twice = sent.filter((cell) => keys.indexOf(keyOf(cell)) !== cell.index);
    if (twice.length > 0) throw new InvalidInput(twice.map(({ index }) => fault(index, 'unitId', 'onceInList')));
    const programIds = [...new Set(sent.map(({ programId }) => programId))].sort();
    const held = await this.queries.held(period, programIds, sent.map(({ unitId }) => unitId));
    const moved = sent.filter((cell) => (held.get(keyOf(cell)) ?? 0) !== cell.was);
    if (moved.length > 0) {
      throw new CellsChanged(moved.map((cell) => fault(cell.index, 'places', 'changedMeanwhile', { now: held.get(keyOf(cell)) ?? 0 })));
    }
    const changed = sent.filter(({ places, was }) => places !== was);
    for (const programId of programIds) {
      await this.saveProgram(actor, programId, period, changed.filter((cell) => cell.programId === programId));
    }
    return { changed: changed.length };
  }

  /** What is said about the places of the reader's units, the oldest first. */
  async comments(actor: Actor, period: number): Promise<QuotaComments> {
    return { items: await this.queries.comments(actor.unitId, period) };
  }

  /** Says something about a unit's places. @returns all comments of that year. @throws NotFound */
  @Transactional()
  async comment(actor: Actor, dto: AddCommentDto): Promise<QuotaComments> {
    await this.programs.get(dto.programId, 'programId');
    const known = await this.units.known(actor.unitId, [dto.unitId]);
    if (!known.has(dto.unitId)) throw new NotFound('unitId');
    await this.queries.addComment(dto, { id: newId(), at: this.clock.now(), accountId: actor.accountId });
    const { programId, period, unitId } = dto;
    await this.audit.record({
      actor,
      action: 'quota.commented',
      subjectType: 'program',
      subjectId: programId,
      unitId,
      data: { period },
    });
    return this.comments(actor, period);
  }

  private async saveProgram(actor: Actor, programId: string, period: number, cells: readonly SentCell[]): Promise<void> {
    if (cells.length === 0) return;
    const allocations = cells.map(({ unitId, places }) => ({ unitId, places }));
    try {
      await this.quotas.set(actor, { programId, period }, { allocations });
    } catch (error) {
      throw inBlock(error, cells);
    }
  }
}

const fault = (index: number, field: string, rule: string, facts: Record<string, unknown> = {}): FieldError => ({
  path: `cells.${index}.${field}`,
  rule,
  facts,
});

/** What setting one program's places refused, said of the cells of the block. */
function inBlock(error: unknown, cells: readonly SentCell[]): unknown {
  if (!(error instanceof DomainError) || error.errors.length === 0) return error;
  const errors = error.errors.flatMap(({ path, rule, facts = {} }) => {
    const [, line, field] = /^allocations\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const cell = line === undefined ? undefined : cells[Number(line)];
    // What is about no single line is about each of them.
    return cell ? [fault(cell.index, field ?? 'places', rule, facts)] : cells.map(({ index }) => fault(index, 'places', rule, facts));
  });
  return new CellsRefused(error, errors);
}
