import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { PlanningDto, UpdatePlanningDto } from './dto/record.dto.js';
import type { PlanningView } from './dto/record.view.js';
import { OfficialRecords, refuseFaults } from './official-records.js';
import { OfficialsQueries } from './officials.queries.js';
import { faultsOfPastDay } from './rules/record-dates.js';

/** Posts that an official is planned for: the board's alone. */
@Injectable()
export class PlanningsService {
  constructor(
    private readonly db: Database,
    private readonly queries: OfficialsQueries,
    private readonly records: OfficialRecords,
  ) {}

  /** @throws NotFound, InvalidInput */
  @Transactional()
  async add(actor: Actor, officialId: string, dto: PlanningDto): Promise<PlanningView> {
    const record = await this.records.open(actor, officialId);
    await this.check(actor, dto);
    const id = newId();
    await this.db.rows(
      `INSERT INTO official_plannings (id, official_id, title, category, unit_id, must_meet_by, confirmed_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        officialId,
        toNfc(dto.title).trim(),
        dto.category,
        dto.unitId ?? null,
        dto.mustMeetBy ?? null,
        dto.confirmedOn ?? null,
      ],
    );
    await this.records.changed(actor, 'official.planning-added', record, { mustMeetBy: dto.mustMeetBy ?? null });
    return this.find(officialId, id);
  }

  /** @throws NotFound, InvalidInput, StaleVersion */
  @Transactional()
  async change(
    actor: Actor,
    officialId: string,
    planningId: string,
    { dto, version }: { dto: UpdatePlanningDto; version: number | undefined },
  ): Promise<PlanningView> {
    const record = await this.records.open(actor, officialId, version);
    const { unit, ...before } = await this.find(officialId, planningId);
    await this.check(actor, dto);
    const planning = { unitId: unit?.id ?? null, ...before, ...dto };
    await this.db.write(
      `UPDATE official_plannings SET title = $2, category = $3, unit_id = $4, must_meet_by = $5, confirmed_on = $6 WHERE id = $1`,
      [
        planningId,
        toNfc(planning.title).trim(),
        planning.category,
        planning.unitId,
        planning.mustMeetBy,
        planning.confirmedOn,
      ],
    );
    const { mustMeetBy, confirmedOn } = before;
    await this.records.changed(actor, 'official.planning-changed', record, {
      fields: Object.keys(dto),
      before: { mustMeetBy, confirmedOn },
    });
    return this.find(officialId, planningId);
  }

  /** @throws NotFound, StaleVersion */
  @Transactional()
  async remove(actor: Actor, officialId: string, planningId: string, version?: number): Promise<void> {
    const record = await this.records.open(actor, officialId, version);
    const { mustMeetBy, confirmedOn } = await this.find(officialId, planningId);
    await this.db.write('DELETE FROM official_plannings WHERE id = $1', [planningId]);
    await this.records.changed(actor, 'official.planning-removed', record, { mustMeetBy, confirmedOn });
  }

  private async check(actor: Actor, { unitId, confirmedOn }: UpdatePlanningDto): Promise<void> {
    await this.records.assertUnits(actor, { unitId });
    refuseFaults(faultsOfPastDay('confirmedOn', confirmedOn, null, this.records.today()));
  }

  private async find(officialId: string, planningId: string): Promise<PlanningView> {
    const planning = (await this.queries.plannings(officialId)).find(({ id }) => id === planningId);
    if (!planning) throw new NotFound('planningId');
    return planning;
  }
}
