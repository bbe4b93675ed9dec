import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { LLCT_LEVELS, PROFESSIONAL_LEVELS } from '../officials/index.js';
import type { OfficialStandardsView } from './dto/standards.view.js';
import { chooseStandard } from './rules/choose-standard.js';
import { judgeStandards, type StandardsVerdict } from './rules/judge-standard.js';
import { MANAGEMENT_LEVELS } from './standard.types.js';
import { type KnownStandard, type StandardRow, StandardsQueries } from './standards.queries.js';

const LADDERS = { professional: PROFESSIONAL_LEVELS, llct: LLCT_LEVELS, management: MANAGEMENT_LEVELS };

/** One official, judged. */
export interface JudgedOfficial extends StandardRow {
  /** What the post asks for that day, or null when nothing is recorded. */
  standard: KnownStandard | null;
  verdict: StandardsVerdict;
}

/** Who meets what their post asks for. */
@Injectable()
export class StandardsService {
  constructor(
    private readonly queries: StandardsQueries,
    private readonly clock: Clock,
  ) {}

  /** Everyone of the scope, judged as of a day. @param officialIds only these, when given. */
  async judge(scope: string, asOf: PlainDate, officialIds: readonly string[] | null = null): Promise<JudgedOfficial[]> {
    const standards = await this.queries.standards(asOf);
    const rows = await this.queries.rows(scope, asOf, officialIds);
    return rows.map((row) => {
      const standard = chooseStandard(standards, row, asOf);
      return { ...row, standard, verdict: judgeStandards(standard, row, LADDERS) };
    });
  }

  /** One official of the caller's subtree, judged as of a day (today when left out). @throws NotFound */
  async ofOfficial(actor: Actor, id: string, asOf = plainDateIn(this.clock.now())): Promise<OfficialStandardsView> {
    const [official] = await this.judge(actor.unitId, asOf, [id]);
    if (!official) throw new NotFound('id');
    return { asOf, ...official.verdict, source: official.standard?.source ?? null };
  }
}
