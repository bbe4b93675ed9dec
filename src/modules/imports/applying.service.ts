import { Injectable, Logger } from '@nestjs/common';
import { violatedConstraint } from '../../platform/database/constraint-errors.js';
import { ApplyingTransaction, ChangedMeanwhile, changedSince } from './applying.transaction.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { type ImportJob, ImportsRepository } from './imports.repository.js';

const MOST_TRIES = 3;

/** From the preview to the record: all sound rows in one transaction, each judged again as it is written. */
@Injectable()
export class ApplyingService {
  private readonly logger = new Logger(ApplyingService.name);

  constructor(
    private readonly imports: ImportsRepository,
    private readonly transaction: ApplyingTransaction,
    private readonly rows: ImportRowsRepository,
  ) {}

  /** Applies an import, unless that is no longer wanted. What a dead worker began never happened: it begins anew. */
  async apply(importId: string, run: number): Promise<void> {
    const job = await this.imports.take(importId, run, 'applying');
    if (!job) return;
    if (job.tries > MOST_TRIES) {
      await this.imports.giveUp(job, 'failed', { rule: 'import.given-up', facts: {} });
      return;
    }
    try {
      await this.transaction.run(job);
    } catch (error) {
      if (error instanceof ChangedMeanwhile) await this.sendBack(job, error.rows);
      else if (violatedConstraint(error) !== null) await this.fail(job, violatedConstraint(error));
      else throw error;
    }
  }

  private async sendBack(job: ImportJob, rows: readonly number[]): Promise<void> {
    await this.rows.markProblems(job.id, rows.map(changedSince));
    await this.imports.backToPreview(job);
  }

  private async fail(job: ImportJob, constraint: string | null): Promise<void> {
    this.logger.error({ import: job.id, constraint }, 'An import broke a constraint');
    await this.imports.giveUp(job, 'failed', { rule: 'import.broken', facts: {} });
  }
}
