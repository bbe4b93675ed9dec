import { Injectable } from '@nestjs/common';
import { Propagation, Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import type { RowProblem, SourceRow, StagedRow } from './import.types.js';
import { type ImportJob, ImportsRepository } from './imports.repository.js';
import { sameChanges } from './rules/compare.js';
import { StagedNumbers } from './staged-numbers.js';
import { TargetRegistry } from './targets/target.registry.js';
import type { Match, TargetSession } from './targets/target.js';

/** Rows written with one set of statements. */
const BATCH = 1000;
/** Any number that no other program of ours uses: imports are applied one after another. */
const APPLYING_LOCK = 4_517_003;

/** Rows are no longer what the preview showed, and nobody said that such may be left out. */
export class ChangedMeanwhile extends Error {
  constructor(readonly rows: readonly number[]) {
    super('Rows changed since the preview');
  }
}

/** The part that happens wholly or not at all. */
@Injectable()
export class ApplyingTransaction {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly targets: TargetRegistry,
    private readonly numbers: StagedNumbers,
    private readonly journal: Journal,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws ChangedMeanwhile when rows changed since the preview and only sound ones were not asked for */
  @Transactional(Propagation.Nested)
  async run(job: ImportJob): Promise<void> {
    await this.db.rows('SELECT pg_advisory_xact_lock($1)', [APPLYING_LOCK]);
    await this.journal.begin(job.id);
    const session = await this.targets.open(job, plainDateIn(this.clock.now()));
    const stale: number[] = [];
    const written = { new: 0, changed: 0 };
    for (let after = 0, passed = 0; ;) {
      const batch = await this.rows.sound(job.id, after, BATCH);
      if (batch.length === 0) break;
      const { fresh, old } = await this.judge(session, batch);
      stale.push(...old);
      await this.write(job, session, fresh);
      for (const { state } of fresh) if (state === 'new' || state === 'changed') written[state] += 1;
      after = batch.at(-1)?.seq ?? after;
      passed += batch.length;
      await this.imports.progress(job.id, passed, job.total);
    }
    if (stale.length > 0) {
      if (!job.onlySound) throw new ChangedMeanwhile(stale);
      await this.rows.markProblems(job.id, stale.map(changedSince));
    }
    await this.finish(job, written);
  }

  /** Which rows of a batch still are what the preview showed; what they speak of is held until the end. */
  private async judge(
    session: TargetSession,
    batch: readonly StagedRow[],
  ): Promise<{ fresh: Placed[]; old: number[] }> {
    const judged = await session.judge(
      batch.map((row) => sourceOf({ ...row, values: this.numbers.open(row.values) })),
      true,
    );
    const placed = judged.map((match, index): Placed => ({ ...match, seq: batch[index]?.seq ?? 0 }));
    const isFresh = (row: Placed, index: number): boolean => {
      const staged = batch[index];
      return (
        staged?.state === row.state && staged.targetId === row.targetId && sameChanges(staged.changes, row.changes)
      );
    };
    return {
      fresh: placed.filter(isFresh),
      old: placed.filter((row, index) => !isFresh(row, index)).map(({ seq }) => seq),
    };
  }

  private async write(job: ImportJob, session: TargetSession, fresh: readonly Placed[]): Promise<void> {
    if (fresh.length === 0) return;
    const ids = await session.write(fresh);
    const made = fresh.flatMap(({ seq, state }, index) =>
      state === 'new' ? [{ seq, targetId: ids[index] ?? '' }] : [],
    );
    await this.rows.setTargets(job.id, made);
  }

  private async finish(job: ImportJob, written: { new: number; changed: number }): Promise<void> {
    await this.imports.finishApplying(job, this.clock.now());
    await this.audit.record({
      actor: job.appliedBy ? { accountId: job.appliedBy, displayName: job.appliedByName ?? '' } : null,
      action: 'import.applied',
      subjectType: 'import',
      subjectId: job.id,
      unitId: job.unitId,
      data: { kind: job.kind, ...written, onlySound: job.onlySound },
    });
  }
}

type Placed = Match & { readonly seq: number };

/** A kept row as it was read; what was wrong with the file itself was said in the preview. */
const sourceOf = ({ sheet, line, values }: StagedRow): SourceRow => ({
  sheet,
  line,
  values,
  problems: [],
  notes: [],
  cells: {},
});

/** What is said of a row that is no longer what the preview showed. */
export const changedSince = (seq: number): { seq: number; problem: RowProblem } => ({
  seq,
  problem: { rule: 'import.changed-since', field: null, cell: null, facts: {} },
});
