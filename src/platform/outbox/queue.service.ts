import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Actor } from '../access/actor.js';
import { Audit } from '../audit/audit.js';
import { Database } from '../database/database.js';
import { pageRequest, toPage } from '../http/page.js';
import type { JobState, QueuedJob } from '../queue/bullmq.js';
import { promiseIdOf, roundOf } from '../queue/job-queue.js';
import { JobMovedOn } from '../queue/queue.errors.js';
import { QueueDesk } from '../queue/queue-desk.js';
import type { JobPage, JobView, QueueJobsQuery, QueueView } from './queue.view.js';
import { discreet } from './rules/discreet.js';

interface Promised {
  id: string;
  payload: unknown;
  round: number;
  attempts: number;
  error: string | null;
}

/** The queue as operators see and handle it: its jobs, each with the promise it stands for. */
@Injectable()
export class QueueService {
  constructor(
    private readonly db: Database,
    private readonly desk: QueueDesk,
    private readonly audit: Audit,
  ) {}

  async view(): Promise<QueueView> {
    const state = await this.desk.state();
    const promises = await this.db.row<Pick<QueueView, 'promised' | 'dead' | 'oldestAt'>>(
      `SELECT count(*)::int AS promised, count(dead_at)::int AS dead, min(created_at) AS "oldestAt" FROM outbox`,
    );
    return { place: this.desk.place, ...state, ...(promises ?? { promised: 0, dead: 0, oldestAt: null }) };
  }

  /** Jobs in one state, page by page. */
  async jobs(query: QueueJobsQuery): Promise<JobPage> {
    const request = pageRequest(query, 'integer');
    const from = request.after === null ? 0 : Number(request.after[0]);
    const [jobs, { counts }] = await Promise.all([this.desk.jobs(query.state, from, request.limit), this.desk.state()]);
    const promises = await this.promisesOf(jobs.map(({ id = '' }) => promiseIdOf(id)));
    const rows = jobs.map((job, index) => ({ job, cursor: [from + index + 1] }));
    return toPage(rows, request, counts[query.state], ({ job }) =>
      viewOf(job, query.state, promises.get(promiseIdOf(job.id ?? ''))),
    );
  }

  /** Takes a delayed job up at once. @throws JobMovedOn when its time has come, or it is done. */
  @Transactional()
  async promote(actor: Actor, id: string): Promise<void> {
    if (!(await this.desk.promote(id))) throw new JobMovedOn();
    await this.note(actor, 'queue.promoted', { job: promiseIdOf(id) });
  }

  @Transactional()
  async pause(actor: Actor): Promise<void> {
    await this.note(actor, 'queue.paused', {});
    await this.desk.pause();
  }

  @Transactional()
  async resume(actor: Actor): Promise<void> {
    await this.note(actor, 'queue.resumed', {});
    await this.desk.resume();
  }

  private async promisesOf(ids: readonly string[]): Promise<ReadonlyMap<string, Promised>> {
    const rows = await this.db.rows<Promised>(
      'SELECT id, payload, round, attempts, last_error AS error FROM outbox WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private note(actor: Actor, action: string, data: Record<string, unknown>): Promise<void> {
    const { unitId } = actor;
    return this.audit.record({ actor, action, subjectType: 'unit', subjectId: unitId, unitId, data });
  }
}

function viewOf(job: QueuedJob, state: JobState, promised: Promised | undefined): JobView {
  const { id = '', name, attemptsMade, opts, timestamp, delay, processedOn, failedReason } = job;
  const error = failedReason ?? promised?.error ?? null;
  // After a failure the pause is counted from the attempt, not from when it was added.
  const nextAt = state === 'delayed' ? new Date((processedOn ?? timestamp) + delay) : null;
  return {
    id,
    promiseId: promiseIdOf(id),
    topic: name.split(':')[0] ?? name,
    state,
    facts: promised ? discreet(JSON.stringify(promised.payload)) : null,
    current: promised !== undefined && promised.round === roundOf(id),
    attempts: attemptsMade,
    mostAttempts: opts.attempts ?? 1,
    attemptsInAll: promised?.attempts ?? attemptsMade,
    error: error === null ? null : discreet(error),
    addedAt: new Date(timestamp),
    startedAt: processedOn === undefined ? null : new Date(processedOn),
    nextAt,
  };
}
