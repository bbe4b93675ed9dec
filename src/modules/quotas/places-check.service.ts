import { Injectable, Logger } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { AccountsQueries } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';

/** Something about places that does not agree with the ledger. */
export interface PlacesDifference {
  /** What was compared: `ledger-<account>`, `parts`, `grants`, `holds` or `nominations`. */
  readonly what: string;
  /** The row of places, or the grant. */
  readonly id: string;
  readonly expected: number;
  readonly found: number;
}

/** What a check looked at and what it found. */
export interface PlacesCheck {
  readonly at: string;
  readonly quotas: number;
  readonly entries: number;
  readonly differences: readonly PlacesDifference[];
}

/** Holds every counter of places against the ledger, the tree, the grants, the holds and the nominations. */
@Injectable()
export class PlacesCheckService {
  private readonly logger = new Logger(PlacesCheckService.name);

  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** Looks and writes down what it saw; says so loudly, and to the boards at the top, when something does not agree. */
  @Transactional()
  async check(): Promise<PlacesCheck> {
    const found = await this.look();
    const id = newId();
    await this.db.rows(
      'INSERT INTO quota_checks (id, at, quotas, entries, differences) VALUES ($1, $2, $3, $4, $5::jsonb)',
      [id, found.at, found.quotas, found.entries, JSON.stringify(found.differences)],
    );
    if (found.differences.length > 0) await this.tell(id, found);
    return found;
  }

  /** Once in a night: does nothing when it was done since midnight in Vietnam. */
  @Transactional()
  async nightly(): Promise<void> {
    await this.db.rows(`SELECT pg_advisory_xact_lock(hashtextextended('quota-check', 61))`);
    const last = await this.db.row<{ at: Date }>('SELECT at FROM quota_checks ORDER BY at DESC LIMIT 1');
    if (last && plainDateIn(last.at) >= plainDateIn(this.clock.now())) return;
    await this.check();
  }

  /** What agrees and what does not, without writing anything. */
  async look(): Promise<PlacesCheck> {
    const differences = await this.db.rows<PlacesDifference>(
      'SELECT what, id, expected::int AS expected, found::int AS found FROM quota_differences() ORDER BY what, id',
    );
    const counts = await this.db.row<{ quotas: number; entries: number }>(
      'SELECT (SELECT count(*)::int FROM quotas) AS quotas, (SELECT count(*)::int FROM quota_entries) AS entries',
    );
    return { at: this.clock.now().toISOString(), quotas: 0, entries: 0, ...counts, differences };
  }

  private async tell(id: string, { differences }: PlacesCheck): Promise<void> {
    this.logger.error({ differences }, 'Places do not agree with their ledger');
    const tops = await this.db.rows<{ id: string }>('SELECT id FROM units WHERE parent_id IS NULL');
    for (const top of tops) {
      await this.notifications.tell(await this.accounts.recipientsOf(top.id, ['board']), {
        causeId: id,
        kind: 'quota.differs',
        facts: { count: differences.length },
        link: '/chi-tieu?tab=so',
      });
    }
  }
}
