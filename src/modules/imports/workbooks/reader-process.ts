import { type ChildProcess, fork } from 'node:child_process';
import { assetFile } from '../../../platform/config/assets.js';
import { FILE_LIMITS, recognise, type WorkbookType } from './container.js';
import { FileRefused, type Refusal } from './file-refused.js';
import type { SheetInfo, SheetRow, WorkbookFile } from './workbook.types.js';

/** What reading one file may take. */
export const READING_LIMITS = {
  /** Rows of one sheet, blank ones included. */
  rows: 100_000,
  columns: 300,
  unpacked: FILE_LIMITS.unpacked,
  /** Of its own work; what it waits, for its consumer or for a busy machine, does not count. */
  milliseconds: 120_000,
  /** Of the whole process, in bytes. */
  memory: 512 * 1024 * 1024,
} as const;
export type ReadingLimits = { readonly [Name in keyof typeof READING_LIMITS]: number };

/**
 * Old and young objects of the reading process, in megabytes. Measured: an .xls of 50,000 rows fits in 396, and the
 * rest of its process, young objects above all, must fit beside it below the limit.
 */
const HEAP = 400;
const YOUNG_HEAP = 2;
const BATCH = 500;
/** With this the process ends itself when it has worked too long. */
const TIME_OVER = 'SIGUSR2';
/** A process that does not answer for so many times its limit hangs, or the machine does. */
const HANGS = 5;

interface Opened {
  readonly sheets: readonly SheetInfo[];
  readonly date1904: boolean;
  readonly encoding: string | null;
  /** Names of the fonts that the file speaks of. */
  readonly fonts: readonly string[];
}
type Reply =
  | { readonly opened: Opened }
  | { readonly rows: readonly SheetRow[]; readonly next: number | null }
  | { readonly refused: { readonly reason: Refusal; readonly facts: Record<string, unknown> } };

/** A workbook that a process of its own holds open. Close it: the process ends with it. */
export class OpenWorkbook {
  private constructor(
    private readonly child: ChildProcess,
    readonly type: WorkbookType,
    readonly opened: Opened,
    private readonly patience: number,
  ) {}

  /** Opens a file. @throws FileRefused */
  static async open(file: WorkbookFile, limits: ReadingLimits = READING_LIMITS): Promise<OpenWorkbook> {
    const type = await recognise(file);
    const child = fork(assetFile('modules/imports/workbooks/reader/reader.mjs'), [], {
      execArgv: [`--max-old-space-size=${HEAP}`, `--max-semi-space-size=${YOUNG_HEAP}`],
      // Nothing of ours: the environment may hold secrets.
      env: { TZ: 'UTC' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const patience = limits.milliseconds * HANGS;
    try {
      const reply = await ask(child, { open: { type, content: file.content, limits } }, patience);
      if (!('opened' in reply)) throw new FileRefused('damaged');
      return new OpenWorkbook(child, type, reply.opened, patience);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** The rows of a sheet that hold anything, in batches; the next is read when it is asked for. */
  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    for (let from: number | null = 0; from !== null;) {
      const reply: Reply = await ask(this.child, { rows: { sheet, from, count: BATCH } }, this.patience);
      if (!('rows' in reply)) throw new FileRefused('damaged');
      if (reply.rows.length > 0) yield reply.rows;
      from = reply.next;
    }
  }

  close(): void {
    this.child.kill('SIGKILL');
  }
}

/** One question and its answer; a process that ends instead was stopped for its time or its memory, or broke. */
function ask(child: ChildProcess, question: object, patience: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill(TIME_OVER), patience);
    const ended = (_code: number | null, signal: NodeJS.Signals | null): void => {
      clearTimeout(timer);
      reject(new FileRefused(signal === TIME_OVER ? 'timeout' : signal ? 'too-complex' : 'damaged'));
    };
    child.once('exit', ended);
    child.once('message', (reply: Reply) => {
      clearTimeout(timer);
      child.off('exit', ended);
      if ('refused' in reply) reject(new FileRefused(reply.refused.reason, reply.refused.facts));
      else resolve(reply);
    });
    child.send(question, (error) => {
      if (!error) return;
      clearTimeout(timer);
      reject(new FileRefused('damaged'));
    });
  });
}
