import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { COMMUNE_KINDS, inSubtree, type UnitRef, unitRefSql } from '../units/index.js';
import type { TransfersQuery } from './dto/holds.dto.js';
import type { TransferView } from './dto/holds.view.js';

const VIEW = `t.id, t.program_id AS "programId", p.name AS "programName", t.period, ${unitRefSql('f')} AS "from", ${unitRefSql('o')} AS "to",
  t.places, t.state, t.asked_by_unit_id AS "askedByUnitId", t.reason, t.answer, t.document, t.asked_at AS "askedAt", t.changed_at AS "changedAt"`;
const TABLES = `quota_transfers t JOIN programs p ON p.id = t.program_id JOIN units f ON f.id = t.from_unit_id JOIN units o ON o.id = t.to_unit_id`;
/** Either side sees it, and so does everybody above either. */
const SEEN = `(${inSubtree('t.from_unit_id', '$1')} OR ${inSubtree('t.to_unit_id', '$1')})`;

type Row = Omit<TransferView, 'can'>;

/** Reads of transfers. */
@Injectable()
export class TransfersQueries {
  constructor(private readonly db: Database) {}

  /** Transfers that concern the reader's subtree, newest first. */
  async list(actor: Actor, query: TransfersQuery): Promise<Page<TransferView>> {
    const request = pageRequest(query, 'id');
    const filter = `${SEEN} AND ($2::uuid IS NULL OR t.program_id = $2) AND ($3::int IS NULL OR t.period = $3) AND ($4::text IS NULL OR t.state = $4)`;
    const values = [actor.unitId, query.programId ?? null, query.period ?? null, query.state ?? null];
    const rows = await this.db.rows<Row & { cursor: unknown[] }>(
      `SELECT ${VIEW}, jsonb_build_array(t.id) AS cursor FROM ${TABLES} WHERE ${filter} AND ($5::uuid IS NULL OR t.id < $5)
       ORDER BY t.id DESC LIMIT $6`,
      [...values, request.after?.[0] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM quota_transfers t WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...row }) => this.view(actor, row));
  }

  /** One transfer, held until the transaction ends, or null. */
  async hold(actor: Actor, id: string): Promise<TransferView | null> {
    const row = await this.db.row<Row>(`SELECT ${VIEW} FROM ${TABLES} WHERE t.id = $2 AND ${SEEN} FOR UPDATE OF t`, [
      actor.unitId,
      id,
    ]);
    return row && this.view(actor, row);
  }

  /** Standing units that share a top with this one and nominate: committees, and those that have a row of places. */
  partners(unitId: string): Promise<UnitRef[]> {
    return this.db.rows(
      `SELECT u.id, u.code, u.name FROM units u JOIN units own ON own.id = $1 WHERE u.path[1] = own.path[1] AND u.id <> own.id
         AND u.valid_to IS NULL AND (u.kind = ANY($2::text[]) OR EXISTS (SELECT 1 FROM quotas q WHERE q.unit_id = u.id))
         AND NOT EXISTS (SELECT 1 FROM quotas r WHERE r.unit_id = u.id AND r.is_reserve) ORDER BY u.name COLLATE vi`,
      [unitId, COMMUNE_KINDS],
    );
  }

  private view({ unitId, role }: Actor, row: Row): TransferView {
    const other = row.askedByUnitId === row.from.id ? row.to.id : row.from.id;
    const may = mayRole(role, 'quotas.askTransfer');
    const board = mayRole(role, 'quotas.approveTransfer');
    const open = row.state === 'asked' || row.state === 'agreed';
    return {
      ...row,
      can: {
        agree: row.state === 'asked' && may && unitId === other,
        approve: row.state === 'agreed' && board,
        refuse: open && (board || (row.state === 'asked' && may && unitId === other)),
        withdraw: open && may && unitId === row.askedByUnitId,
      },
    };
  }
}
