import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { QualificationEntity } from './official.entity.js';
import { LADDERS } from './official.types.js';
import { correctLevel, type HeldLevel } from './rules/correct-level.js';

type Ladder = 'professional' | 'llct';

/** What a person is said to hold on a ladder. */
export interface RightLevel {
  readonly kind: Ladder;
  /** Null when none should be recorded; left out when only the major changes. */
  readonly level: string | null | undefined;
  readonly major?: string | null | undefined;
}

/** What a correction took the place of, for the trail. */
export interface LevelCorrection {
  readonly kind: Ladder;
  readonly from: string | null;
  readonly to: string | null;
}

/** Puts the level of a person right, as a whole: see `rules/correct-level.ts`. */
@Injectable()
export class LevelsRepository {
  constructor(private readonly db: Database) {}

  /** @returns what changed, or null when the level was right already. */
  async correct(officialId: string, right: RightLevel, today: PlainDate): Promise<LevelCorrection | null> {
    const { kind, level, major } = right;
    const held = await this.db.rows<HeldLevel>(
      'SELECT id, level FROM qualifications WHERE official_id = $1 AND kind = $2 ORDER BY rank DESC, id',
      [officialId, kind],
    );
    const correction = level === undefined ? null : correctLevel(held, level, LADDERS[kind] ?? []);
    if (correction) await this.write(officialId, kind, correction, today);
    if (major !== undefined && level !== null) await this.setMajor(officialId, kind, major);
    const from = held[0]?.level ?? null;
    return level === undefined || level === from ? null : { kind, from, to: level };
  }

  private async write(
    officialId: string,
    kind: Ladder,
    { add, change, remove }: ReturnType<typeof correctLevel>,
    today: PlainDate,
  ): Promise<void> {
    const repository = this.db.repository(QualificationEntity);
    if (remove.length > 0) await repository.delete([...remove]);
    if (change) await repository.update(change.id, { level: change.level });
    if (add !== null) await repository.insert({ id: newId(), officialId, kind, level: add, obtainedOn: today });
  }

  /** The major belongs to the highest certificate. */
  private async setMajor(officialId: string, kind: Ladder, major: string | null): Promise<void> {
    await this.db.write(
      `UPDATE qualifications SET major = $3 WHERE id = (SELECT id FROM qualifications
         WHERE official_id = $1 AND kind = $2 ORDER BY rank DESC, obtained_on DESC NULLS LAST LIMIT 1)`,
      [officialId, kind, major],
    );
  }
}
