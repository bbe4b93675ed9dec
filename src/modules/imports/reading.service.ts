import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import type { RowProblem, StagedRow, Summary } from './import.types.js';
import { type ImportJob, ImportsRepository } from './imports.repository.js';
import { StagedNumbers } from './staged-numbers.js';
import { TargetRegistry } from './targets/target.registry.js';
import type { TargetSession } from './targets/target.js';
import { type SourceBatch, WorkbookSource } from './workbook.source.js';
import { FileRefused, type Layout, withoutNumbers } from './workbooks/index.js';

/** A file on which the worker died, or failed, this often is given up. */
const MOST_TRIES = 3;
/** Warnings that are kept; a file with more has a fault that these show. */
const MOST_WARNINGS = 100;

/** From the file to the preview: rows are read, judged and kept in batches that commit one by one. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly source: WorkbookSource,
    private readonly targets: TargetRegistry,
    private readonly numbers: StagedNumbers,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** Reads a file, unless another run was asked for meanwhile; begins anew what a dead worker left. */
  async read(importId: string, run: number): Promise<void> {
    const job = await this.imports.take(importId, run, 'reading');
    if (!job) return;
    const file = job.fileId ? await this.files.read(job.fileId) : null;
    if (!file || job.tries > MOST_TRIES) {
      await this.imports.giveUp(job, 'failed', { rule: 'import.given-up', facts: {} });
      return;
    }
    try {
      await this.stage(job, file);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      await this.imports.giveUp(job, 'refused', { rule: `file-${error.reason}`, facts: error.facts });
    }
  }

  private async stage(job: ImportJob, file: { name: string; content: Buffer }): Promise<void> {
    const found = await this.source.inspect(job.kind, file);
    const layout = job.layout ?? (await this.remembered(job, found.layouts));
    const session = await this.targets.open(job, plainDateIn(this.clock.now()));
    const tally: Tally = { seq: 0, summary: { new: 0, changed: 0, unchanged: 0, problem: 0 }, warnings: [] };
    for await (const batch of this.source.rows(job.kind, file, layout))
      await this.stageBatch(job, session, batch, tally);
    const sheets = found.sheets.map((sheet) => withoutNumbers(sheet, layout));
    await this.imports.finishReading(job, { ...tally, found: { ...found, sheets }, layout });
  }

  private async stageBatch(job: ImportJob, session: TargetSession, batch: SourceBatch, tally: Tally): Promise<void> {
    const judged = await session.judge(batch.rows);
    const rows = judged.map(({ row, state, title, targetId, changes, problems }): StagedRow => {
      tally.seq += 1;
      tally.summary[state] += 1;
      const { sheet, line, notes } = row;
      const values = this.numbers.seal(row.values);
      return { seq: tally.seq, sheet, line, title, state, values, changes, problems, notes, targetId };
    });
    tally.warnings.push(...batch.warnings.slice(0, MOST_WARNINGS - tally.warnings.length));
    await this.imports.stage(job.id, rows, batch.line, batch.total);
  }

  /** The layouts found, each as a hand corrected it the last time that one like it came. */
  private async remembered({ unitId, kind }: ImportJob, layouts: readonly Layout[]): Promise<Layout[]> {
    const known = await this.imports.rememberedLayouts(
      unitId,
      kind,
      layouts.map(({ fingerprint }) => fingerprint),
    );
    return layouts.map((layout) => {
      const columns = known.get(layout.fingerprint)?.columns;
      return columns ? { ...layout, columns } : layout;
    });
  }
}

interface Tally {
  seq: number;
  readonly summary: Summary;
  readonly warnings: RowProblem[];
}
