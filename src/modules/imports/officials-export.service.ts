import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { writeWorkbook } from '../../platform/workbooks/write-workbook.js';
import {
  type OfficialFacts,
  OfficialNumbers,
  OfficialsBulk,
  OfficialsFilter,
  OfficialsListQueries,
  OfficialsListService,
  type SecretNumber,
} from '../officials/index.js';
import { GUARDED, type OfficialRow, officialsSheet } from './export-columns.js';

/** Officials in exactly the layout that imports read, with what their reader may see. */
@Injectable()
export class OfficialsExportService {
  constructor(
    private readonly officials: OfficialsBulk,
    private readonly numbers: OfficialNumbers,
    private readonly list: OfficialsListQueries,
    private readonly filters: OfficialsListService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The officials that a filter means, unit by unit. @throws SensitiveFilter, InvalidInput */
  @Transactional()
  async file(actor: Actor, filter: OfficialsFilter): Promise<Buffer> {
    this.filters.assertMayFilter(actor, filter);
    const today = plainDateIn(this.clock.now());
    const withheld = Object.keys(GUARDED).flatMap((ability) =>
      mayRole(actor.role, ability) ? [] : (GUARDED[ability] ?? []),
    );
    const matching = await this.list.matching(actor.unitId, filter, today);
    const found = await this.officials.matching(matching, filter.asOf ?? today);
    const rows = found.map((facts) => this.withNumbers(facts, withheld));
    const numbers = rows.reduce((sum, row) => sum + Number(row.citizenId !== null) + Number(row.partyCard !== null), 0);
    await this.audit.record({
      actor,
      action: 'officials.exported',
      subjectType: 'export',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data: { rows: rows.length, numbers },
    });
    return writeWorkbook(officialsSheet(rows, filter.asOf ?? today, withheld));
  }

  /** A row with the numbers that the reader may see. */
  private withNumbers(facts: OfficialFacts & { unitName: string }, withheld: readonly string[]): OfficialRow {
    const shown = (kind: SecretNumber, sealed: Buffer | null): string | null =>
      withheld.includes(kind) ? null : this.numbers.readable(kind, sealed);
    return {
      ...facts,
      citizenId: shown('citizenId', facts.citizenIdSealed),
      partyCard: shown('partyCard', facts.partyCardSealed),
    };
  }
}
