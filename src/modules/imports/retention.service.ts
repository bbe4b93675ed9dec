import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { Journal } from '../../platform/journal/journal.js';
import { ImportsRepository } from './imports.repository.js';

const DAY_MS = 86_400_000;
/** How long the rows of a finished import, and the way back from it, are kept. */
export const ROWS_KEPT_DAYS = 90;
/** How long a preview waits for somebody to go on with it. */
const PREVIEW_KEPT_DAYS = 30;

/**
 * What imports hold of people is kept no longer than it serves: the file until it is applied, the rows and what was there
 * before for 90 days, a preview that nobody went on with for 30.
 */
@Injectable()
export class RetentionService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async tidy(): Promise<void> {
    const now = this.clock.now();
    const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    const forgotten = await this.imports.forgetRows(daysAgo(ROWS_KEPT_DAYS), now);
    await this.journal.forget(...forgotten);
    await this.imports.forgetAbandoned(daysAgo(PREVIEW_KEPT_DAYS));
  }
}
