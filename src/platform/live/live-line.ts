import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { QueueBackend } from '../queue/queue-backend.js';
import { LIVE_CHANNEL, type LiveNote } from './live.event.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** What the line tells the one who holds it. */
export interface LineEnd {
  /** Something changed. */
  heard(note: LiveNote): void;
  /** The line was down for a while: what changed meanwhile was not heard. */
  missed(): void;
}

/** The one connection of a process on which it hears PostgreSQL; taken up when the first reader comes, and kept. */
@Injectable()
export class LiveLine implements OnModuleDestroy {
  private readonly logger = new Logger(LiveLine.name);
  private client: pg.Client | undefined;
  private end: LineEnd | undefined;
  private timer: NodeJS.Timeout | undefined;
  private wait = FIRST_WAIT_MS;
  private stopped = false;
  private taken: Promise<void> | undefined;

  constructor(private readonly backend: QueueBackend) {}

  /** Starts to listen, once; answers when it does or has to try again. */
  take(end: LineEnd): Promise<void> {
    this.end = end;
    return (this.taken ??= this.connect());
  }

  /** Asks whether the line still stands; a silent death of the network is found out here. */
  async check(): Promise<void> {
    const { client } = this;
    if (!client) return;
    await client.query('SELECT 1').catch(() => {
      this.lost(client);
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(again = false): Promise<void> {
    const client = new pg.Client({
      connectionString: this.backend.databaseUrl,
      application_name: 'hong-chuyen live',
      keepAlive: true,
      query_timeout: LONGEST_WAIT_MS,
      connectionTimeoutMillis: LONGEST_WAIT_MS,
    });
    client.on('error', (error) => {
      this.logger.warn(`Line: ${error.message}`);
      this.lost(client);
    });
    client.on('end', () => {
      this.lost(client);
    });
    client.on('notification', ({ payload }) => {
      if (payload) this.end?.heard(JSON.parse(payload) as LiveNote);
    });
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${LIVE_CHANNEL}`);
      this.wait = FIRST_WAIT_MS;
      if (again) this.end?.missed();
    } catch (error) {
      this.logger.warn(`Line: ${error instanceof Error ? error.message : String(error)}`);
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.client !== client || this.stopped) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(true), this.wait);
    this.wait = Math.min(LONGEST_WAIT_MS, this.wait * 2);
  }
}
