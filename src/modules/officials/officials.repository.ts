import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { type PlainDate, yearOf } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { CreateOfficialDto, UpdateOfficialDto } from './dto/official.dto.js';
import { type NumberColumns, OfficialNumbers } from './official-numbers.js';
import { OfficialEntity, OfficialPostEntity, PastSendingEntity, QualificationEntity } from './official.entity.js';
import type { Grade } from './official.types.js';

/** A person to record, with the post and the levels held on that day. */
export interface NewOfficial extends CreateOfficialDto {
  readonly id: string;
  /** Since when the post is held; null when it is not known, which means from the beginning. */
  readonly postFrom: PlainDate | null;
}

/** What changes of a person and of the main post. */
export type PersonChange = Omit<UpdateOfficialDto, 'professionalLevel' | 'professionalMajor' | 'llctLevel'>;

/** Somebody sent to study, as an old list has it. */
export type NewPastSending = Omit<PastSendingEntity, 'id'>;

/** A level that a completed class gives. */
export interface ConferredLevel extends CertificateSaid {
  readonly kind: 'llct' | 'state-management' | 'professional';
  readonly officialId: string;
  readonly nominationId: string;
  readonly level: string;
  readonly source: string;
}

/** What a certificate says of what a class gave. */
export interface CertificateSaid {
  readonly obtainedOn: PlainDate;
  readonly certificateNumber: string | null;
  readonly classification: Grade | null;
}

/** Writes of officials. */
@Injectable()
export class OfficialsRepository {
  constructor(
    private readonly db: Database,
    private readonly numbers: OfficialNumbers,
  ) {}

  /** Records people with their posts and levels. */
  async insert(...people: NewOfficial[]): Promise<void> {
    await this.db
      .repository(OfficialEntity)
      .insert(people.map((person) => toRow(person, this.numbers.columns(person))));
    await this.db.repository(OfficialPostEntity).insert(
      people.map(({ id, unitId, post, category, postFrom }) => ({
        id: newId(),
        officialId: id,
        unitId,
        title: post,
        category,
        main: true,
        held: `[${postFrom ?? ''},)`,
      })),
    );
    const levels = people.flatMap((person) => levelsOf(person.id, person));
    if (levels.length > 0) await this.db.repository(QualificationEntity).insert(levels);
  }

  /** Changes what is given; a new post or status begins today and ends the one before. Levels: `LevelsRepository`. */
  async update(id: string, change: PersonChange, today: PlainDate): Promise<void> {
    const { post, category, citizenId, partyCard, ...person } = change;
    if (person.status !== undefined) await this.effectiveOn(today);
    await this.db.repository(OfficialEntity).update(
      { id },
      {
        ...person,
        ...this.numbers.columns({ citizenId, partyCard }),
        ...(person.membership !== undefined && { membershipStated: true }),
        ...(person.bornOn && { birthYear: yearOf(person.bornOn) }),
        version: () => 'version + 1',
      },
    );
    if (person.status !== undefined) await this.effectiveOn('');
    if (post !== undefined || category !== undefined || person.unitId !== undefined) {
      await this.changePost(id, { post, category, unitId: person.unitId }, today);
    }
  }

  /** From which day a new status holds (empty: it corrects the present one), for the trigger that keeps `official_statuses`. */
  private async effectiveOn(day: string): Promise<void> {
    await this.db.rows(`SELECT set_config('hc.effective_on', $1, true)`, [day]);
  }

  /** Ends the main post the day before and begins one that differs by what is given. */
  private async changePost(
    id: string,
    { post, category, unitId }: { post?: string; category?: string; unitId?: string },
    today: PlainDate,
  ): Promise<void> {
    await this.db.write(
      `WITH old AS (SELECT * FROM official_posts WHERE official_id = $1 AND main AND held @> $2::date),
       gone AS (DELETE FROM official_posts p USING old WHERE p.id = old.id AND lower(old.held) = $2::date RETURNING p.id),
       ended AS (UPDATE official_posts p SET held = daterange(lower(p.held), $2::date) FROM old
         WHERE p.id = old.id AND lower(old.held) IS DISTINCT FROM $2::date RETURNING p.id)
       SELECT count(*) FROM gone, ended`,
      [id, today],
    );
    await this.db.write(
      `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
       SELECT $3, o.id, coalesce($4::uuid, o.unit_id), coalesce($5::text, last.title, '—'), coalesce($6::text, last.category, 'other'),
         true, daterange($2::date, NULL)
       FROM officials o LEFT JOIN LATERAL (SELECT title, category FROM official_posts p WHERE p.official_id = o.id
         ORDER BY upper(p.held) DESC LIMIT 1) last ON true WHERE o.id = $1`,
      [id, today, newId(), unitId ?? null, post ?? null, category ?? null],
    );
  }

  /** Records people who were sent to study before this product was used. */
  async insertPastSendings(sendings: readonly NewPastSending[]): Promise<void> {
    await this.db.repository(PastSendingEntity).insert(sendings.map((sending) => ({ ...sending, id: newId() })));
  }

  /** Gives the levels that a completed class confers; each once for each nomination. */
  async conferLevels(levels: readonly ConferredLevel[]): Promise<void> {
    if (levels.length === 0) return;
    await this.db
      .repository(QualificationEntity)
      .insert(levels.map((level) => ({ ...level, id: newId(), major: null })));
  }

  /** Puts right what the certificate of a nomination's class says; level, school, note and scan stay as they are. */
  async correctCertificate(nominationId: string, said: CertificateSaid): Promise<void> {
    await this.db.repository(QualificationEntity).update({ nominationId }, said);
  }

  /** Takes away what a nomination gave, and nothing else. */
  async takeBackLevels(nominationId: string): Promise<void> {
    await this.db.repository(QualificationEntity).delete({ nominationId });
  }
}

function toRow(person: NewOfficial, numbers: Partial<NumberColumns>): OfficialEntity {
  return {
    id: person.id,
    unitId: person.unitId,
    cellId: person.cellId ?? null,
    fullName: person.fullName,
    otherName: person.otherName ?? null,
    gender: person.gender,
    bornOn: person.bornOn ?? null,
    birthYear: person.birthYear ?? (person.bornOn ? yearOf(person.bornOn) : null),
    ethnicGroup: person.ethnicGroup ?? null,
    homePlace: person.homePlace ?? null,
    membership: person.membership ?? 'none',
    membershipStated: person.membership !== undefined,
    schooling: person.schooling ?? null,
    probationaryOn: person.probationaryOn ?? null,
    fullMemberOn: person.fullMemberOn ?? null,
    status: 'working',
    citizenIdSealed: numbers.citizenIdSealed ?? null,
    citizenIdKey: numbers.citizenIdKey ?? null,
    partyCardSealed: numbers.partyCardSealed ?? null,
    partyCardKey: numbers.partyCardKey ?? null,
    mergedInto: null,
    version: 1,
  };
}

type Levels = Pick<CreateOfficialDto, 'professionalLevel' | 'professionalMajor' | 'llctLevel'>;

/** @param obtainedOn null when the levels were held before anyone asked. */
function levelsOf(officialId: string, levels: Levels, obtainedOn: PlainDate | null = null): QualificationEntity[] {
  const base = {
    officialId,
    obtainedOn,
    source: null,
    nominationId: null,
    school: null,
    certificateNumber: null,
    note: null,
    classification: null,
    fileId: null,
  };
  return [
    ...(levels.professionalLevel === undefined
      ? []
      : [
          {
            ...base,
            id: newId(),
            kind: 'professional' as const,
            level: levels.professionalLevel,
            major: levels.professionalMajor ?? null,
          },
        ]),
    ...(levels.llctLevel === undefined
      ? []
      : [{ ...base, id: newId(), kind: 'llct' as const, level: levels.llctLevel, major: null }]),
  ];
}
