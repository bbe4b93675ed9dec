import fs from 'node:fs';
import path from 'node:path';
import { FileRefused, type ImportKind } from '../../../src/modules/imports/workbooks/index.js';
import { type Everything, fileAt, FIXTURES, readAll } from '../../support/workbooks.js';

/** What must be read of a file; written by hand in `generate.mjs`. What is left out of an object is not looked at. */
interface Expected {
  readonly kind: ImportKind;
  readonly refusal?: string;
  /** What the refusal names. */
  readonly facts?: Record<string, unknown>;
  readonly notes?: readonly { cell: string; rule: string; value: string }[];
  readonly encoding?: string;
  readonly layouts?: readonly (Record<string, unknown> & { fields?: Record<string, string | null> })[];
  readonly rows?: readonly { line: number; values: Record<string, unknown>; unitHeading?: string }[];
  readonly problems?: readonly { cell: string; field: string; rule: string; value: string }[];
  readonly warnings?: readonly { cell: string; rule: string; value: string }[];
}

const files = fs.readdirSync(FIXTURES).filter((name) => name.endsWith('.expected.json'));

describe('workbooks that offices send, and that they should not', () => {
  it('are many', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files.map((name) => name.replace('.expected.json', '')))('%s', async (name) => {
    const wanted = JSON.parse(fs.readFileSync(path.join(FIXTURES, `${name}.expected.json`), 'utf8')) as Expected;
    const reading = readAll(fileAt(path.join(FIXTURES, name)), wanted.kind);
    if (wanted.refusal !== undefined) {
      await expect(reading).rejects.toBeInstanceOf(FileRefused);
      await expect(reading).rejects.toMatchObject({
        reason: wanted.refusal,
        ...(wanted.facts && { facts: wanted.facts }),
      });
      return;
    }
    check(await reading, wanted);
  });
});

function check({ inspection, rows, problems, warnings }: Everything<ImportKind>, wanted: Expected): void {
  expect(rows).toMatchObject(wanted.rows ?? []);
  expect(problems.map(({ cell, field, rule, value }) => ({ cell, field, rule, value }))).toEqual(wanted.problems ?? []);
  expect(warnings.map(({ cell, rule, value }) => ({ cell, rule, value }))).toEqual(wanted.warnings ?? []);
  const notes = rows.flatMap((row) => row.notes);
  expect(notes.map(({ cell, rule, value }) => ({ cell, rule, value }))).toEqual(wanted.notes ?? []);
  expect(inspection.encoding).toBe(wanted.encoding ?? 'unicode');
  for (const [index, { fields = {}, ...layout }] of (wanted.layouts ?? []).entries()) {
    const found = inspection.layouts[index];
    expect(found).toMatchObject(layout);
    const mapped = Object.fromEntries(found?.columns.map(({ letter, field }) => [letter, field]) ?? []);
    expect(mapped).toMatchObject(fields);
  }
  if (wanted.layouts) expect(inspection.layouts).toHaveLength(wanted.layouts.length);
}
