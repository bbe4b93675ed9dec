import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { beginStatus, dropStatus, moveStatus, type StatusSpell } from './status-spells.js';

const FIRST: StatusSpell = { id: 'first', status: 'working', note: null, from: null, to: null };
const STATUSES = ['working', 'rotated', 'seconded', 'retired', 'left'];
const steps = fc.array(
  fc.record({
    status: fc.constantFrom(...STATUSES),
    at: fc.integer({ min: 0, max: 3000 }),
    drop: fc.option(fc.nat({ max: 9 })),
  }),
  { maxLength: 12 },
);

/** Every day has exactly one status: each begins the day after the one before, the last goes on. */
function expectWhole(spells: readonly StatusSpell[]): void {
  expect(spells[0]?.from).toBeNull();
  expect(spells.at(-1)?.to).toBeNull();
  for (const [index, spell] of spells.entries()) {
    const next = spells[index + 1];
    if (next) expect(next.from).toBe(addDays(spell.to!, 1));
    if (spell.from !== null && spell.to !== null) expect(spell.from <= spell.to).toBe(true);
  }
}

describe('statuses over time', () => {
  it('cover every day once, whatever is begun and taken out', () => {
    fc.assert(
      fc.property(steps, (done) => {
        let spells: StatusSpell[] = [FIRST];
        for (const [index, { status, at, drop }] of done.entries()) {
          const from = addDays('2015-01-01', at);
          const after = beginStatus(spells, { id: String(index), status, note: null, from });
          expect(after === null).toBe(spells.some((spell) => spell.from === from));
          spells = after ?? spells;
          const victim = drop === null ? undefined : spells[drop];
          if (victim) spells = dropStatus(spells, victim.id) ?? spells;
          expectWhole(spells);
        }
      }),
    );
  });

  it('taking out what was just begun changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (at) => {
        const before = beginStatus([FIRST], { id: 'a', status: 'rotated', note: null, from: '2018-06-01' })!;
        const begun = beginStatus(before, { id: 'b', status: 'retired', note: null, from: addDays('2015-01-01', at) });
        if (begun) expect(dropStatus(begun, 'b')).toEqual(before);
      }),
    );
  });

  it('moving one keeps every day covered once', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 3000 }), fc.nat({ max: 9 }), (done, at, which) => {
        let spells: StatusSpell[] = [FIRST];
        for (const [index, step] of done.entries())
          spells =
            beginStatus(spells, {
              id: String(index),
              status: step.status,
              note: null,
              from: addDays('2015-01-01', step.at),
            }) ?? spells;
        const moved = spells[1 + which];
        if (!moved) return;
        const from = addDays('2015-01-01', at);
        const after = moveStatus(spells, moved.id, from);
        expect(after === null).toBe(spells.some((spell) => spell.id !== moved.id && spell.from === from));
        if (!after) return;
        expectWhole([...after].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '')));
        expect(after.find(({ id }) => id === moved.id)?.from).toBe(from);
      }),
    );
    expect(moveStatus([FIRST], 'first', '2010-01-01')).toEqual([{ ...FIRST, from: '2010-01-01' }]);
  });

  it('a person always has one', () => {
    expect(dropStatus([FIRST], 'first')).toBeNull();
  });
});
