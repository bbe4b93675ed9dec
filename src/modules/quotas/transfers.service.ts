import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { AnswerTransferDto, AskTransferDto, TransfersQuery } from './dto/holds.dto.js';
import type { PartnerList, TransferAbilities, TransferView } from './dto/holds.view.js';
import type { TransferState } from './quota.types.js';
import { NotEnoughPlaces } from './quotas.errors.js';
import { QuotasRepository } from './quotas.repository.js';
import { transferChanged } from './quotas.topics.js';
import { TransfersQueries } from './transfers.queries.js';

/** What each step makes of a transfer. */
const STEPS: Record<keyof TransferAbilities, TransferState> = {
  agree: 'agreed',
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** Places that go from unit to unit: asked by one, agreed by the other, approved by the board. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly db: Database,
    private readonly queries: TransfersQueries,
    private readonly quotas: QuotasRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: TransfersQuery): Promise<Page<TransferView>> {
    return this.queries.list(actor, query);
  }

  /** Other units with places under the same board. */
  async partners(actor: Actor): Promise<PartnerList> {
    return { items: await this.queries.partners(actor.unitId) };
  }

  /** Asks for places of another unit, or offers one's own. @throws InvalidInput, NotFound */
  @Transactional()
  async ask(actor: Actor, dto: AskTransferDto): Promise<TransferView> {
    if (dto.fromUnitId === dto.toUnitId) throw new InvalidInput([{ path: 'toUnitId', rule: 'anotherUnit' }]);
    if (dto.fromUnitId !== actor.unitId && dto.toUnitId !== actor.unitId) throw new NotFound('fromUnitId');
    const other = dto.fromUnitId === actor.unitId ? 'toUnitId' : 'fromUnitId';
    if (!(await this.sameBoard(actor.unitId, dto[other]))) throw new NotFound(other);
    const id = newId();
    const now = this.clock.now();
    await this.db.rows(
      `INSERT INTO quota_transfers (id, program_id, period, from_unit_id, to_unit_id, places, state, asked_by_unit_id, reason, asked_at,
         asked_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $9, $10, $9)`,
      [
        id,
        dto.programId,
        dto.period,
        dto.fromUnitId,
        dto.toUnitId,
        dto.places,
        actor.unitId,
        dto.reason.trim(),
        now,
        actor.accountId,
      ],
    );
    await this.tell(actor, id, 'asked', { places: dto.places });
    return this.get(actor, id);
  }

  /** Agrees, approves, refuses or withdraws; approving moves the places. @throws NotFound, NotAllowed, NotEnoughPlaces */
  @Transactional()
  async take(actor: Actor, step: keyof TransferAbilities, id: string, dto: AnswerTransferDto): Promise<TransferView> {
    const transfer = await this.get(actor, id);
    if (!transfer.can[step]) throw new NotAllowed(step === 'approve' ? 'quotas.approveTransfer' : 'quotas.askTransfer');
    if (step === 'approve') await this.move(actor, transfer, dto.document ?? null);
    await this.db.write(
      `UPDATE quota_transfers SET state = $2, answer = coalesce($3, answer), document = coalesce($4, document), changed_at = $5,
         version = version + 1 WHERE id = $1`,
      [id, STEPS[step], dto.answer?.trim() || null, dto.document?.trim() || null, this.clock.now()],
    );
    await this.tell(actor, id, STEPS[step], { places: transfer.places });
    return this.get(actor, id);
  }

  private async move(actor: Actor, transfer: TransferView, document: string | null): Promise<void> {
    const movement = {
      kind: 'transfer' as const,
      at: this.clock.now(),
      by: actor.accountId,
      reason: transfer.reason,
      document,
      causeId: transfer.id,
    };
    await this.quotas.hold(transfer);
    const to = await this.quotas.row(transfer, transfer.to.id, false, movement);
    const rows = await this.quotas.hold(transfer);
    const from = rows.find(({ unitId }) => unitId === transfer.from.id);
    const left = from ? from.places - from.used : 0;
    if (!from || left < transfer.places) throw new NotEnoughPlaces('places', left);
    await this.quotas.move([{ from: from.id, to, places: transfer.places }], movement);
  }

  /** Whether two standing units are below one board. */
  private async sameBoard(a: string, b: string): Promise<boolean> {
    const row = await this.db.row(
      `SELECT 1 FROM units a, units b WHERE a.id = $1 AND b.id = $2 AND a.path[1] = b.path[1] AND b.valid_to IS NULL`,
      [a, b],
    );
    return row !== null;
  }

  private async get(actor: Actor, id: string): Promise<TransferView> {
    const transfer = await this.queries.hold(actor, id);
    if (!transfer) throw new NotFound('id');
    return transfer;
  }

  private async tell(actor: Actor, id: string, state: TransferState, data: Record<string, unknown>): Promise<void> {
    await this.outbox.announce(transferChanged, { transferId: id, state });
    await this.audit.record({
      actor,
      action: `quota.transfer.${state}`,
      subjectType: 'quota-transfer',
      subjectId: id,
      unitId: actor.unitId,
      data,
    });
  }
}
