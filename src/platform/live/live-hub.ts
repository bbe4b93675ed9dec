import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { Authenticator } from '../access/authenticator.js';
import { UnitPaths } from '../access/unit-paths.js';
import { concerns, type LiveNote, type LiveReader, SESSION_TOPIC } from './live.event.js';
import { LiveLine } from './live-line.js';
import { TooManyLive } from './live.errors.js';

/** Often enough for proxies that cut what is silent for half a minute. */
const HEARTBEAT_MS = 15_000;
/** Windows, phones and programs of one account, in one process. */
export const MOST_PER_ACCOUNT = 12;
/** A reader who takes nothing off the wire is let go; the browser comes back by itself. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** Where a reader's answer goes. */
export interface LiveSink {
  readonly unread: number;
  write(text: string): void;
  end(): void;
}

interface Connection extends LiveReader {
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly sink: LiveSink;
}

/** The readers connected to this process, and who of them is told what. */
@Injectable()
export class LiveHub implements OnModuleDestroy {
  private readonly logger = new Logger(LiveHub.name);
  private readonly connections = new Set<Connection>();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly line: LiveLine,
    private readonly paths: UnitPaths,
    private readonly authenticator: Authenticator,
  ) {}

  /** Makes room for one more reader. @throws TooManyLive */
  async prepare(actor: Actor): Promise<readonly string[]> {
    const own = [...this.connections].filter((other) => other.actor.accountId === actor.accountId);
    if (own.length >= MOST_PER_ACCOUNT) throw new TooManyLive(MOST_PER_ACCOUNT);
    await this.line.take({
      heard: (note) => {
        this.hear(note);
      },
      missed: () => {
        this.toAll('event: missed\ndata: {}\n\n');
      },
    });
    return (await this.paths.of([actor.unitId])).get(actor.unitId) ?? [];
  }

  /** @returns what to call when the reader has gone. */
  join(actor: Actor, path: readonly string[], request: FastifyRequest, sink: LiveSink): () => void {
    const connection = { actor, path, request, sink };
    this.connections.add(connection);
    this.heartbeat ??= setInterval(() => void this.beat(), HEARTBEAT_MS);
    sink.write('retry: 3000\nevent: open\ndata: {}\n\n');
    return () => {
      this.connections.delete(connection);
      if (this.connections.size > 0) return;
      clearInterval(this.heartbeat);
      this.heartbeat = undefined;
    };
  }

  /** How many readers each account has here. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { actor } of this.connections) counts.set(actor.accountId, (counts.get(actor.accountId) ?? 0) + 1);
    return counts;
  }

  /** Keeps proxies awake, and lets those go whose session is over. */
  async beat(): Promise<void> {
    this.toAll(': \n\n');
    await Promise.all([this.line.check(), ...[...this.connections].map((connection) => this.lookAgain(connection))]);
  }

  onModuleDestroy(): void {
    clearInterval(this.heartbeat);
    for (const { sink } of this.connections) sink.end();
  }

  private hear(note: LiveNote): void {
    const ours = [...this.connections].filter((reader) => concerns(note, reader));
    if (note.topic === SESSION_TOPIC) {
      for (const connection of ours) void this.lookAgain(connection);
      return;
    }
    const text = `event: change\ndata: ${JSON.stringify({ topic: note.topic, ids: note.ids })}\n\n`;
    for (const connection of ours) this.tell(connection, text);
  }

  private toAll(text: string): void {
    for (const connection of this.connections) this.tell(connection, text);
  }

  private tell({ sink }: Connection, text: string): void {
    if (sink.unread > MOST_UNREAD_BYTES) sink.end();
    else sink.write(text);
  }

  /** Who has logged out is told so and let go; who was moved to another unit comes back with the new one. */
  private async lookAgain({ actor, request, sink }: Connection): Promise<void> {
    try {
      const now = await this.authenticator.authenticate(request);
      if (now?.unitId === actor.unitId && now.accountId === actor.accountId && now.role === actor.role) return;
      if (!now) sink.write('event: ended\ndata: {}\n\n');
      sink.end();
    } catch (error) {
      // The database is away for a moment: asked again at the next heartbeat.
      this.logger.warn(`Session not checked: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
