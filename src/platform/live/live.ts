import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import { UnitPaths } from '../access/unit-paths.js';
import { Database } from '../database/database.js';
import { LIVE_CHANNEL, type LiveAudience, type LiveEvent, type LiveNote } from './live.event.js';

/** Changes of one moment go together: a list of 200 people is one note, and a hot path pays for none. */
const GATHER_MS = 50;
/** More ids than this of one moment are not named; a note must fit into PostgreSQL's 8,000 bytes. */
const MOST_IDS = 20;

const NOTIFY = `SELECT pg_notify('${LIVE_CHANNEL}', note) FROM unnest($1::text[]) AS note`;

/** Tells everyone who looks at it that something has changed, in whatever process they are connected. */
@Injectable()
export class Live implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Live.name);
  private gathered = new Map<string, { event: LiveEvent; ids: Set<string> }>();
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<unknown> = Promise.resolve();
  private ended = false;

  constructor(
    private readonly db: Database,
    private readonly paths: UnitPaths,
    private readonly cls: ClsService,
  ) {}

  /**
   * Says that things changed, once the transaction at hand has committed. Only a hint: who misses it reads the truth a
   * little later, so nothing is kept and nothing waits for it. (NOTIFY inside the transaction would make all commits
   * of the database wait for each other.)
   */
  say(...events: readonly LiveEvent[]): void {
    this.db.afterCommit(() => {
      for (const event of events) this.gather(event);
    });
  }

  /** What was said last is still told, while there are connections to tell it over. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await Promise.all([this.sending, this.gathered.size > 0 && this.send()]);
  }

  private gather(event: LiveEvent): void {
    if (this.ended) return;
    const key = keyOf(event);
    const same = this.gathered.get(key);
    if (same) same.ids.add(event.id);
    else this.gathered.set(key, { event, ids: new Set([event.id]) });
    // Outside the request at hand, whose transaction is over.
    this.timer ??= this.cls.exit(() =>
      setTimeout(() => {
        this.timer = undefined;
        this.sending = Promise.all([this.sending, this.send()]);
      }, GATHER_MS),
    );
  }

  private async send(): Promise<void> {
    const moment = [...this.gathered.values()];
    this.gathered = new Map();
    try {
      const unitIds = moment.flatMap(({ event: { audience } }) => ('unitId' in audience ? [audience.unitId] : []));
      const paths = unitIds.length > 0 ? await this.paths.of([...new Set(unitIds)]) : new Map<string, string[]>();
      const notes = moment.map(({ event, ids }): LiveNote => ({
        topic: event.topic,
        ids: ids.size > MOST_IDS ? [] : [...ids],
        ...addressed(event.audience, paths),
      }));
      await this.db.prepared('live-notes', NOTIFY, [notes.map((note) => JSON.stringify(note))]);
    } catch (error) {
      this.logger.warn(`Not told: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

const keyOf = ({ topic, audience }: LiveEvent): string =>
  'accountId' in audience ? `${topic} ${audience.accountId}` : `${topic} ${audience.unitId} ${String(audience.below)}`;

const addressed = (
  audience: LiveAudience,
  paths: ReadonlyMap<string, readonly string[]>,
): Pick<LiveNote, 'accountId' | 'path' | 'below'> =>
  'accountId' in audience
    ? { accountId: audience.accountId }
    : { path: paths.get(audience.unitId) ?? [], ...(audience.below === true && { below: true }) };
