import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { StatusDto, UpdateStatusDto } from './dto/record.dto.js';
import type { StatusView } from './dto/record.view.js';
import { OnlyStatus, StatusBeginsThatDay } from './official-record.errors.js';
import { OfficialRecords, refuseFaults } from './official-records.js';
import { OfficialsQueries } from './officials.queries.js';
import { faultsOfPastDay } from './rules/record-dates.js';
import { beginStatus, dropStatus, moveStatus, type StatusSpell } from './rules/status-spells.js';

/** Status of an official over time; the present one in `officials.status` follows by itself. */
@Injectable()
export class StatusesService {
  constructor(
    private readonly db: Database,
    private readonly queries: OfficialsQueries,
    private readonly records: OfficialRecords,
  ) {}

  /** Begins a status on a day. @throws NotFound, InvalidInput, StatusBeginsThatDay */
  @Transactional()
  async begin(actor: Actor, officialId: string, dto: StatusDto): Promise<StatusView> {
    const record = await this.records.open(actor, officialId);
    refuseFaults(faultsOfPastDay('from', dto.from, record.bornOn, this.records.today()));
    const id = newId();
    const before = await this.queries.statuses(officialId);
    const after = beginStatus(before, { id, status: dto.status, note: dto.note ?? null, from: dto.from });
    if (!after) throw new StatusBeginsThatDay();
    await this.write(officialId, before, after);
    await this.records.changed(actor, 'official.status-begun', record, { status: dto.status, from: dto.from });
    return this.find(officialId, id);
  }

  /** Corrects a status or the day it began. @throws NotFound, InvalidInput, StaleVersion, StatusBeginsThatDay */
  @Transactional()
  async change(
    actor: Actor,
    officialId: string,
    statusId: string,
    { dto, version }: { dto: UpdateStatusDto; version: number | undefined },
  ): Promise<StatusView> {
    const record = await this.records.open(actor, officialId, version);
    refuseFaults(faultsOfPastDay('from', dto.from, record.bornOn, this.records.today()));
    const before = await this.queries.statuses(officialId);
    const spell = await this.find(officialId, statusId);
    const { status = spell.status, note = spell.note, from } = dto;
    await this.write(officialId, before, corrected(before, { ...spell, status, note }, from));
    await this.records.changed(actor, 'official.status-changed', record, {
      before: { status: spell.status, from: spell.from },
      status,
      from: from ?? spell.from,
    });
    return this.find(officialId, statusId);
  }

  /** Takes out a status as if it had never been. @throws NotFound, StaleVersion, OnlyStatus */
  @Transactional()
  async remove(actor: Actor, officialId: string, statusId: string, version?: number): Promise<void> {
    const record = await this.records.open(actor, officialId, version);
    const { status, from } = await this.find(officialId, statusId);
    const before = await this.queries.statuses(officialId);
    const left = dropStatus(before, statusId);
    if (!left) throw new OnlyStatus();
    await this.write(officialId, before, left);
    await this.records.changed(actor, 'official.status-removed', record, { status, from });
  }

  /** Writes what differs: first what goes or shrinks, then what grows, so that no two ever hold at once. */
  private async write(
    officialId: string,
    before: readonly StatusSpell[],
    after: readonly StatusSpell[],
  ): Promise<void> {
    const gone = before.filter(({ id }) => !after.some((spell) => spell.id === id)).map(({ id }) => id);
    await this.db.write('DELETE FROM official_statuses WHERE id = ANY($1::uuid[])', [gone]);
    const kept = after.filter((spell) => before.some(({ id }) => id === spell.id));
    const shrinks = ({ id, from, to }: StatusSpell): boolean => {
      const old = before.find((spell) => spell.id === id);
      return (from ?? '') >= (old?.from ?? '') && (to ?? '9999') <= (old?.to ?? '9999');
    };
    for (const spell of [...kept.filter(shrinks), ...kept.filter((spell) => !shrinks(spell))]) {
      await this.db.write(
        `UPDATE official_statuses SET status = $2, note = $3, held = daterange($4::date, $5::date, '[]') WHERE id = $1`,
        [spell.id, spell.status, spell.note, spell.from, spell.to],
      );
    }
    for (const { id, status, note, from, to } of after.filter((spell) => !kept.includes(spell))) {
      await this.db.rows(
        `INSERT INTO official_statuses (id, official_id, status, note, held) VALUES ($1, $2, $3, $4, daterange($5::date, $6::date, '[]'))`,
        [id, officialId, status, note, from, to],
      );
    }
  }

  private async find(officialId: string, statusId: string): Promise<StatusView> {
    const status = (await this.queries.statuses(officialId)).find(({ id }) => id === statusId);
    if (!status) throw new NotFound('statusId');
    return status;
  }
}

/** All statuses after one is put right, and perhaps begins on another day. */
function corrected(before: readonly StatusSpell[], spell: StatusSpell, from: string | undefined): StatusSpell[] {
  const right = before.map((each) =>
    each.id === spell.id ? { ...each, status: spell.status, note: spell.note } : each,
  );
  const moved = from === undefined || from === spell.from ? right : moveStatus(right, spell.id, from);
  if (!moved) throw new StatusBeginsThatDay();
  return moved;
}
