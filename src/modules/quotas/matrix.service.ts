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
import type { PlacesOf } from './quota.types.js';
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
    const changed = sent.filter(({ places, was, minimums }) => places !== was || minimums !== undefined);
    const moved: FieldError[] = [];
    // Program by program, in one order: two writers never wait for each other in a ring.
    for (const programId of [...new Set(sent.map((cell) => cell.programId))].sort()) {
      const of = { programId, period };
      const cells = changed.filter((cell) => cell.programId === programId);
      moved.push(
        ...(await this.moved(
          actor,
          of,
          sent.filter((cell) => cell.programId === programId),
        )),
      );
      if (moved.length === 0 && cells.length > 0) await this.saveProgram(actor, of, cells);
    }
    if (moved.length > 0) throw new CellsChanged(moved);
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

  /** Cells that say something else by now; what is read is held. */
  private async moved(actor: Actor, of: PlacesOf, cells: readonly SentCell[]): Promise<FieldError[]> {
    await this.quotas.assertRationed(of.programId);
    const known = await this.units.known(
      actor.unitId,
      cells.map(({ unitId }) => unitId),
    );
    const stranger = cells.find(({ unitId }) => !known.has(unitId));
    if (stranger) throw new NotFound(`cells.${stranger.index}.unitId`);
    const rows = await this.quotas.hold(
      actor,
      of,
      cells.map(({ unitId }) => unitId),
    );
    const placesOf = new Map(rows.map(({ unitId, places }) => [unitId, places]));
    return cells.flatMap(({ unitId, was, index }) => {
      const now = placesOf.get(unitId) ?? 0;
      return now === was ? [] : [fault(index, 'places', 'changedMeanwhile', { now })];
    });
  }

  private async saveProgram(actor: Actor, of: PlacesOf, cells: readonly SentCell[]): Promise<void> {
    const allocations = cells.map(({ unitId, places, minimums }) => ({
      unitId,
      places,
      ...(minimums && { minimums }),
    }));
    try {
      await this.quotas.set(actor, of, { allocations });
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
    return cell
      ? [fault(cell.index, field ?? 'places', rule, facts)]
      : cells.map(({ index }) => fault(index, 'places', rule, facts));
  });
  return new CellsRefused(error, errors);
}
