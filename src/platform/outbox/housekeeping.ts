import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { Periodic } from '../worker/periodic.js';

const HOUR_MS = 3_600_000;
/** Far longer than any queue holds on to a job. */
const REMEMBERED_MS = 30 * 24 * HOUR_MS;

/** Forgets promises kept long ago. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were forgotten. */
  @Periodic(HOUR_MS)
  forgetKeptPromises(): Promise<number> {
    return this.db.write('DELETE FROM inbox WHERE handled_at < $1', [
      new Date(this.clock.now().getTime() - REMEMBERED_MS),
    ]);
  }
}
