import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { WorkSheet } from '@e965/xlsx';
import { newId } from '../../kernel/ids.js';
import { addDays } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput } from '../../platform/http/domain-error.js';
import type { Upload } from '../../platform/http/upload.js';
import { Messages } from '../../platform/messages/messages.js';
import { recognise } from '../imports/index.js';
import { DaysRepository } from './days.repository.js';
import { DaysService } from './days.service.js';
import type { CalendarDayView, DaysImportLine, DaysImportView } from './dto/days.view.js';
import { type DayLine, readDayLines } from './rules/days-file.js';

/** A year has some twenty lines; a sheet of this size holds a lifetime. */
const LARGEST_FILE = 512 * 1024;
const MOST_LINES = 2000;

/** Swapped days from a file: first what it says, then, asked again, written as a whole. */
@Injectable()
export class DaysImport {
  constructor(
    private readonly days: DaysRepository,
    private readonly service: DaysService,
    private readonly messages: Messages,
    private readonly audit: Audit,
  ) {}

  /** @param apply whether it is written; lines with a problem then refuse the whole. @throws NotAllowed, FileRefused, InvalidInput */
  @Transactional()
  async take(actor: Actor, file: Upload, apply: boolean): Promise<DaysImportView> {
    await this.service.assertTop(actor);
    const known = new Map((await this.days.days(null)).map((day) => [day.date, day]));
    const lines = readDayLines(await rowsOf(file)).map((line) => this.judged(line, known));
    if (lines.length === 0) throw new InvalidInput([{ path: 'file', rule: 'noDaysInFile' }]);
    if (!apply) return { lines, applied: false };
    if (lines.some(({ state }) => state === 'problem')) {
      throw new InvalidInput([{ path: 'file', rule: 'daysWithProblems' }]);
    }
    for (const line of lines) await this.write(line, known.get(line.date ?? ''));
    await this.audit.record({
      actor,
      action: 'day.imported',
      subjectType: 'unit',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data: { days: lines.filter(({ state }) => state !== 'unchanged').map(({ date, kind }) => ({ date, kind })) },
    });
    return { lines, applied: true };
  }

  private judged(line: DayLine, known: ReadonlyMap<string, CalendarDayView>): DaysImportLine {
    const { problem, ...rest } = line;
    if (problem) return { ...rest, state: 'problem', problem: this.messages.text(`rule.${problem}`) };
    const name = line.name === null ? null : toNfc(line.name);
    const before = known.get(line.date ?? '');
    const same = before && before.kind === line.kind && before.name === name;
    return { ...rest, name, state: before ? (same ? 'unchanged' : 'changed') : 'new', problem: null };
  }

  private async write({ date, kind, name, state }: DaysImportLine, before: CalendarDayView | undefined): Promise<void> {
    if (date === null || kind === null || state === 'unchanged') return;
    if (before) await this.days.update(before.id, kind, name ?? before.name);
    else await this.days.insert(newId(), date, kind, name ?? date);
  }
}

/** The cells of the first sheet as texts, dates as `YYYY-MM-DD`. @throws FileRefused */
async function rowsOf({ name, content }: Upload): Promise<string[][]> {
  if (content.length > LARGEST_FILE) throw new InvalidInput([{ path: 'file', rule: 'daysFileSize' }]);
  const type = await recognise({ name, content });
  // Only when a file comes: its tables of old code pages take a second to load, and ten megabytes.
  const { read, utils } = await import('@e965/xlsx');
  const book =
    type === 'csv'
      ? read(content.toString('utf8').replace(/^\uFEFF/, ''), { type: 'string', raw: true, sheetRows: MOST_LINES })
      : read(content, { type: 'buffer', cellNF: true, sheetRows: MOST_LINES });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) return [];
  writeDates(sheet);
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true });
}

/** The day a spreadsheet counts days from. */
const DAY_ZERO = '1899-12-30';

function writeDates(sheet: WorkSheet): void {
  for (const cell of Object.values(sheet) as { t?: string; v?: unknown; z?: string; w?: string }[]) {
    const isDate = cell.t === 'n' && typeof cell.v === 'number' && /[dy]/i.test(cell.z ?? '');
    if (isDate) cell.w = addDays(DAY_ZERO, Math.floor(cell.v as number));
  }
}
