import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { localHour } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { AttendanceAudit } from '../attendance/index.js';
import { DecisionsAudit } from '../decisions/index.js';
import { SeatsAudit } from '../nominations/index.js';
import { LedgerAudit } from '../quotas/index.js';
import { DataChecksRepository } from './data-checks.repository.js';
import type { DataCheckView } from './dto/data-check.view.js';
import { type Finding, SOUND, SOUND_PARTS } from './soundness.rules.js';

const HOUR_MS = 3_600_000;
/** The data is gone through when offices sleep. */
const NIGHT = 2;

/** Goes through the live data for what must always be so: places, seats and waitlists, decisions, attendance. */
@Injectable()
export class SoundnessService {
  private readonly logger = new Logger(SoundnessService.name);

  constructor(
    private readonly ledger: LedgerAudit,
    private readonly seats: SeatsAudit,
    private readonly decisions: DecisionsAudit,
    private readonly attendance: AttendanceAudit,
    private readonly checks: DataChecksRepository,
    private readonly clock: Clock,
  ) {}

  /** Reads only. @returns every broken row, with the rule it breaks; none where all is well. */
  async findings(): Promise<Finding[]> {
    const audits = [this.ledger, this.seats, this.decisions, this.attendance];
    return (await Promise.all(audits.map((each): Promise<Finding[]> => each.findings()))).flat();
  }

  /** What was found the last time, of the reader's part of the tree. */
  async view(actor: Actor): Promise<DataCheckView> {
    const last = await this.checks.last();
    const findings = last?.findings ?? [];
    const broken = (rule: string): number => findings.filter((finding) => finding.rule === rule).length;
    return {
      ranAt: last?.ranAt ?? null,
      tookMs: last?.tookMs ?? null,
      ranBy: last?.ranBy ?? null,
      rules: SOUND_PARTS.flatMap((part) => SOUND[part].map((rule) => ({ part, rule, broken: broken(rule) }))),
      rows: await this.checks.rows(actor, findings),
      broken: findings.length,
    };
  }

  /** Goes through everything now; changes nothing but that it was done. */
  async run(actor: Actor): Promise<DataCheckView> {
    await this.check(actor.accountId);
    return this.view(actor);
  }

  /** Once a night, by whichever workers run; what is broken is an error in the log too, with ids and numbers and no names. */
  @Periodic(HOUR_MS)
  async nightly(): Promise<void> {
    if (localHour(this.clock.now()) !== NIGHT) return;
    for (const finding of await this.check(null)) this.logger.error({ ...finding }, 'The data does not add up');
  }

  private async check(by: string | null): Promise<Finding[]> {
    const ranAt = this.clock.now();
    const findings = await this.findings();
    const tookMs = Math.max(0, this.clock.now().getTime() - ranAt.getTime());
    await this.checks.keep({ ranAt, tookMs, findings }, by);
    return findings;
  }
}
