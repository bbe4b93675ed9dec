import fc from 'fast-check';
import { correctLevel, type HeldLevel } from './correct-level.js';

const LADDER = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'];
const level = fc.constantFrom(...LADDER);
const held = fc
  .array(level, { maxLength: 5 })
  .map((levels) => levels.map((each, at) => ({ id: String(at), level: each })));
const highest = (records: readonly HeldLevel[]): string | null =>
  records.map((record) => record.level).sort((a, b) => LADDER.indexOf(b) - LADDER.indexOf(a))[0] ?? null;

function applied(records: readonly HeldLevel[], asked: string | null): HeldLevel[] {
  const { add, change, remove } = correctLevel(records, asked, LADDER);
  return [
    ...records
      .filter(({ id }) => !remove.includes(id))
      .map((record) => (record.id === change?.id ? { ...record, level: change.level } : record)),
    ...(add === null ? [] : [{ id: 'new', level: add }]),
  ];
}

describe('correcting a level', () => {
  it('reaches exactly the level that is right, upward and downward', () => {
    fc.assert(
      fc.property(held, fc.option(level), (records, asked) => {
        expect(highest(applied(records, asked))).toBe(asked);
      }),
    );
  });

  it('leaves alone what claims no more than that', () => {
    fc.assert(
      fc.property(held, level, (records, asked) => {
        const below = records.filter((record) => LADDER.indexOf(record.level) <= LADDER.indexOf(asked));
        expect(applied(records, asked)).toEqual(expect.arrayContaining(below));
      }),
    );
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(held, level, (records, asked) => {
        expect(correctLevel(applied(records, asked), asked, LADDER)).toEqual({ add: null, change: null, remove: [] });
      }),
    );
  });
});
