import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import type { ImportItem, ImportRowView, ImportTable, ImportView } from './dto/import.view.js';
import type { ImportKind, RowProblem, StagedRow } from './import.types.js';
import { importAbilities } from './imports.policy.js';
import type { ImportRecord, WholeImport } from './imports.queries.js';
import { StagedNumbers } from './staged-numbers.js';
import { FIELDS, headingOf, type InspectedSheet, type Layout } from './workbooks/index.js';

/** Cells shown of a column, to tell what stands in it. */
const SAMPLES = 3;

/** What the reader is shown of imports: numbers, and reasons in plain words. */
@Injectable()
export class ImportPresenter {
  constructor(
    private readonly messages: Messages,
    private readonly numbers: StagedNumbers,
  ) {}

  item(record: ImportRecord): ImportItem {
    const { id, kind, status, fileName, unit, summary, createdAt, createdBy, appliedAt, appliedBy, undoneAt, reason } =
      record;
    return {
      id,
      kind,
      status,
      progress: progressOf(record),
      summary,
      fileName,
      unit,
      createdAt,
      createdBy,
      appliedAt,
      appliedBy,
      undoneAt,
      reason: reason && this.reason(reason),
    };
  }

  whole(actor: Actor, record: WholeImport): ImportView {
    const { kind, found, layout, warnings, onlySound, rowsForgotten } = record;
    return {
      ...this.item(record),
      tables: (layout ?? []).map((table) => tableView(table, found?.sheets ?? [])),
      sheets: (found?.sheets ?? []).map(({ name, hidden, rows, preview }) => ({
        name,
        hidden,
        rows,
        preview: preview.map((line) => [...line]),
      })),
      fields: fieldsOf(kind),
      warnings: warnings.map((warning) => ({
        sheet: String(warning.facts.sheet),
        line: Number(warning.facts.line),
        message: this.sentence(warning),
      })),
      onlySound,
      rowsForgotten,
      can: importAbilities(actor, record),
    };
  }

  row({ seq, sheet, line, title, state, values, changes, problems, notes, targetId }: StagedRow): ImportRowView {
    return {
      id: String(seq),
      sheet,
      line,
      title,
      state,
      values: { ...this.numbers.shown(values) },
      changes: [...changes],
      problems: problems.map((problem) => ({
        cell: problem.cell,
        field: problem.field,
        rule: problem.rule,
        message: this.sentence(problem),
      })),
      notes: notes.map((note) => this.sentence(note)),
      targetId,
    };
  }

  /** A problem in plain words. */
  sentence({ rule, facts }: Pick<RowProblem, 'rule' | 'facts'>): string {
    return this.messages.text(`rule.${rule}`, facts);
  }

  private reason({ rule, facts }: { rule: string; facts: Record<string, unknown> }): string {
    return this.messages.text(rule.startsWith('file-') ? `error.${rule}` : `rule.${rule}`, facts);
  }
}

/** In hundredths; work that is over is whole, and work at hand never quite. */
function progressOf({ status, done, total }: ImportRecord): number {
  if (status !== 'reading' && status !== 'applying') return 100;
  return total ? Math.min(99, Math.floor((100 * (done ?? 0)) / total)) : 0;
}

const fieldsOf = (kind: ImportKind) =>
  FIELDS[kind].map((field) => ({ name: field.name, heading: headingOf(field), required: field.required }));

function tableView(
  { sheet, headerRow, firstRow, columns, missing, encoding }: Layout,
  sheets: readonly InspectedSheet[],
): ImportTable {
  const below = sheets.find(({ name }) => name === sheet)?.preview.slice(firstRow - 1) ?? [];
  return {
    sheet,
    headerRow,
    firstRow,
    missing: [...missing],
    encoding,
    columns: columns.map(({ index, letter, heading, field, hidden }) => ({
      index,
      letter,
      heading,
      field,
      hidden,
      samples: below.flatMap((line) => line[index] || []).slice(0, SAMPLES),
    })),
  };
}
