import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { QualificationDto, UpdateQualificationDto } from './dto/record.dto.js';
import type { QualificationView } from './dto/record.view.js';
import { QualificationEntity } from './official.entity.js';
import { LADDERS, type QualificationKind } from './official.types.js';
import { OfficialRecords, type OpenRecord, refuseFaults } from './official-records.js';
import { OfficialsQueries } from './officials.queries.js';
import { faultsOfPastDay } from './rules/record-dates.js';

/** What an official has learned. */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly db: Database,
    private readonly files: StoredFiles,
    private readonly queries: OfficialsQueries,
    private readonly records: OfficialRecords,
  ) {}

  /** Adds a qualification. @throws NotFound, InvalidInput */
  @Transactional()
  async add(actor: Actor, officialId: string, { kind, ...dto }: QualificationDto): Promise<QualificationView> {
    const record = await this.records.open(actor, officialId);
    this.check(record, kind, dto);
    const id = newId();
    await this.db.repository(QualificationEntity).insert({ ...written(dto), id, officialId, kind });
    await this.records.changed(actor, 'official.qualification-added', record, { kind, level: dto.level });
    return this.find(officialId, id);
  }

  /** Corrects a qualification, also downward: the level it had stays in the trail. @throws NotFound, InvalidInput, StaleVersion */
  @Transactional()
  async change(
    actor: Actor,
    officialId: string,
    qualificationId: string,
    { dto, version }: { dto: UpdateQualificationDto; version: number | undefined },
  ): Promise<QualificationView> {
    const record = await this.records.open(actor, officialId, version);
    const { kind, level, obtainedOn } = await this.find(officialId, qualificationId);
    this.check(record, kind, dto);
    const change = written(dto);
    if (Object.keys(change).length > 0) await this.db.repository(QualificationEntity).update(qualificationId, change);
    await this.records.changed(actor, 'official.qualification-changed', record, {
      kind,
      fields: Object.keys(dto),
      before: { level, obtainedOn },
    });
    return this.find(officialId, qualificationId);
  }

  /** Takes a qualification out, with its scan. @throws NotFound, StaleVersion */
  @Transactional()
  async remove(actor: Actor, officialId: string, qualificationId: string, version?: number): Promise<void> {
    const record = await this.records.open(actor, officialId, version);
    const { kind, level, obtainedOn } = await this.find(officialId, qualificationId);
    const gone = await this.db.row<{ fileId: string | null }>(
      'DELETE FROM qualifications WHERE id = $1 RETURNING file_id AS "fileId"',
      [qualificationId],
    );
    if (gone?.fileId) await this.files.remove(gone.fileId);
    await this.records.changed(actor, 'official.qualification-removed', record, { kind, level, obtainedOn });
  }

  /** One qualification of an official. @throws NotFound */
  async find(officialId: string, qualificationId: string): Promise<QualificationView> {
    const found = (await this.queries.qualifications(officialId)).find(({ id }) => id === qualificationId);
    if (!found) throw new NotFound('qualificationId');
    return found;
  }

  private check({ bornOn }: OpenRecord, kind: QualificationKind, { level, obtainedOn }: UpdateQualificationDto): void {
    const ladder = LADDERS[kind];
    if (level !== undefined && ladder && !ladder.includes(level))
      throw new InvalidInput([{ path: 'level', rule: 'levelOfKind' }]);
    refuseFaults(faultsOfPastDay('obtainedOn', obtainedOn, bornOn, this.records.today()));
  }
}

/** Texts as they are stored: NFC, without blanks around them; of blanks alone, nothing. */
function written(dto: UpdateQualificationDto): Partial<QualificationEntity> {
  return Object.fromEntries(
    Object.entries(dto)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'string' ? toNfc(value).trim() || null : value,
      ]),
  );
}
