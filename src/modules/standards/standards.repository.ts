import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import type { PerKind } from './rules/judge-standard.js';
import type { StandardKind } from './standard.types.js';
import type { KnownStandard } from './standards.queries.js';

/** What can be written of a standard after it was made. */
export interface StandardContent {
  readonly minimum: PerKind<string | null>;
  readonly source: string;
  readonly sourceNumber: string | null;
  readonly sourceDate: PlainDate | null;
  readonly confirmed: boolean;
}

export interface NewStandard extends StandardContent {
  readonly category: string;
  readonly postTitle: string | null;
  readonly area: string | null;
  readonly from: PlainDate;
}

export interface NewExemption {
  readonly officialId: string;
  readonly kind: StandardKind;
  readonly number: string;
  readonly reason: string;
  readonly decidedOn: PlainDate;
  readonly until: PlainDate | null;
}

/** SQL of "speaks of the same posts and area as" another row or these parameters. */
const SAME_KEY = `s.category = $1 AND s.post_key IS NOT DISTINCT FROM fold($2) AND s.area IS NOT DISTINCT FROM $3`;

/** Writes of standards and exemptions. */
@Injectable()
export class StandardsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Adds a standard from a day on, until the next one of the same posts begins; the one that held that day ends the day
   * before. @returns the new id, and the one that was cut short.
   */
  async add(standard: NewStandard): Promise<{ id: string; endedId: string | null }> {
    const key = [standard.category, standard.postTitle, standard.area, standard.from];
    const [ended] = await this.db.rows<{ id: string }>(
      `UPDATE standards s SET valid = daterange(lower(s.valid), $4::date), version = s.version + 1
       WHERE ${SAME_KEY} AND s.valid @> $4::date AND lower(s.valid) IS DISTINCT FROM $4::date RETURNING s.id`,
      key,
    );
    const id = newId();
    await this.db.rows(
      `INSERT INTO standards (id, category, post_title, area, valid, professional_minimum, llct_minimum, management_minimum,
         source, source_number, source_date, confirmed)
       VALUES ($5, $1, $2, $3, daterange($4::date, (SELECT min(lower(s.valid)) FROM standards s WHERE ${SAME_KEY} AND lower(s.valid) > $4::date)),
         $6, $7, $8, $9, $10, $11, $12)`,
      [...key, id, ...contentOf(standard)],
    );
    return { id, endedId: ended?.id ?? null };
  }

  /** @param version as it was read, or undefined when the caller does not mind. @returns whether it was still so. */
  async correct(id: string, content: StandardContent, version: number | undefined): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE standards SET professional_minimum = $2, llct_minimum = $3, management_minimum = $4, source = $5,
         source_number = $6, source_date = $7, confirmed = $8, version = version + 1
       WHERE id = $1 AND ($9::int IS NULL OR version = $9)`,
      [id, ...contentOf(content), version ?? null],
    );
    return changed === 1;
  }

  /** Makes a day the last one. */
  async end(id: string, on: PlainDate): Promise<void> {
    await this.db.write(
      'UPDATE standards SET valid = daterange(lower(valid), $2::date + 1), version = version + 1 WHERE id = $1',
      [id, on],
    );
  }

  /** Takes one away; the one that it would have followed goes on in its place. */
  async remove({ id, category, postTitle, area, from, to }: KnownStandard): Promise<void> {
    await this.db.write('DELETE FROM standards WHERE id = $1', [id]);
    await this.db.write(
      `UPDATE standards s SET valid = daterange(lower(s.valid), $5::date + 1), version = s.version + 1
       WHERE ${SAME_KEY} AND upper(s.valid) = $4::date`,
      [category, postTitle, area, from, to],
    );
  }

  async exempt(exemption: NewExemption): Promise<string> {
    const id = newId();
    await this.db.rows(
      `INSERT INTO standard_exemptions (id, official_id, kind, number, reason, valid)
       VALUES ($1, $2, $3, $4, $5, daterange($6::date, $7::date, '[]'))`,
      [
        id,
        exemption.officialId,
        exemption.kind,
        exemption.number,
        exemption.reason,
        exemption.decidedOn,
        exemption.until,
      ],
    );
    return id;
  }

  async endExemption(id: string, on: PlainDate): Promise<void> {
    await this.db.write(
      `UPDATE standard_exemptions SET valid = daterange(lower(valid), $2::date, '[]') WHERE id = $1`,
      [id, on],
    );
  }
}

const contentOf = ({ minimum, source, sourceNumber, sourceDate, confirmed }: StandardContent): unknown[] => [
  minimum.professional,
  minimum.llct,
  minimum.management,
  source,
  sourceNumber,
  sourceDate,
  confirmed,
];
