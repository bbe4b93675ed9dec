import fc from 'fast-check';
import type { MapUnit } from '../../units/index.js';
import { planReorganisation } from './plan.js';
import type { Member, PlanFacts, Step } from './plan.types.js';

const unit = (id: string, parentId: string | null, more: Partial<MapUnit> = {}): MapUnit => ({
  id,
  parentId,
  kind: 'commune',
  code: id.toUpperCase(),
  name: `Xã ${id}`,
  area: null,
  since: null,
  ...more,
});
const UNITS = [
  unit('top', null),
  unit('a', 'top', { area: 'border' }),
  unit('b', 'top', { area: 'border' }),
  unit('c', 'top'),
  unit('a1', 'a', { kind: 'party-cell' }),
  unit('a2', 'a', { kind: 'party-cell' }),
];
const member = (officialId: string, unitId: string, cellId: string | null = null): Member => ({
  officialId,
  fullName: officialId,
  unitId,
  cellId,
});
const facts = (more: Partial<PlanFacts> = {}): PlanFacts => ({
  today: '2026-03-02',
  on: '2025-07-01',
  top: 'top',
  units: UNITS,
  ids: new Map([['new', 'n']]),
  members: [],
  codes: [],
  held: new Map(),
  registers: new Map(),
  nominations: new Map(),
  places: new Map(),
  ...more,
});
const fresh = { key: 'new', kind: 'commune', code: 'A', name: 'Xã mới', parent: 'top' } as const;

test('a merger makes one of several: children and people go there, and the code of what ends is free again', () => {
  const members = [member('p', 'a', 'a1'), member('q', 'b')];
  const plan = planReorganisation([{ kind: 'merge', from: ['a', 'b'], newUnit: fresh }], facts({ members }));
  expect(plan.problems).toEqual([]);
  expect(plan.inheritance.ended).toEqual(['a', 'b'].map((unitId) => ({ unitId, heirs: ['n'], main: 'n' })));
  expect(plan.inheritance.officials.map(({ to }) => to)).toEqual(['n', 'n']);
  expect(plan.changes.filter(({ op }) => op === 'change').map((change) => 'unitId' in change && change.unitId)).toEqual(
    ['a1', 'a2'],
  );
  expect(plan.changes).toContainEqual(expect.objectContaining({ op: 'create', id: 'n', area: 'border' }));
});

test('in a split people go where they are named, else with their cell, else with the rest', () => {
  const members = [member('named', 'a', 'a1'), member('celled', 'a', 'a1'), member('other', 'a')];
  const parts = [
    { unit: 'b', officialIds: ['named'] },
    { unit: 'c', unitIds: ['a1', 'a2'] },
  ];
  const open = planReorganisation([{ kind: 'split', unit: 'a', parts }], facts({ members }));
  expect(open.problems).toEqual([
    { path: 'steps.0.parts', rule: 'officialsUnassigned', facts: { count: 1, names: 'other' } },
  ]);
  const [first, second] = parts;
  const whole = planReorganisation(
    [{ kind: 'split', unit: 'a', parts: [{ ...first, rest: true }, second ?? {}] }],
    facts({ members }),
  );
  expect(whole.inheritance.officials.map(({ officialId, to }) => `${officialId} ${to}`)).toEqual([
    'named b',
    'celled c',
    'other b',
  ]);
});

test('two who want one code are told, wherever the other stands', () => {
  const taken = planReorganisation(
    [{ kind: 'rename', unit: 'c', code: 'X9' }],
    facts({ codes: [{ code: 'X9', unitId: 'elsewhere' }] }),
  );
  expect(taken.problems).toEqual([{ path: 'steps', rule: 'codeOnce', facts: { code: 'X9' } }]);
});

test('a day before the last change of a unit is refused', () => {
  const units = UNITS.map((each) => (each.id === 'a' ? { ...each, since: '2025-07-01' } : each));
  expect(planReorganisation([{ kind: 'merge', from: ['a'], into: 'b' }], facts({ units })).problems).toMatchObject([
    { rule: 'afterLastChange' },
  ]);
});

test('whatever the steps are, nobody is lost or doubled, and everybody ends in a unit that stands', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'a1', 'a2', 'new', 'top', 'nowhere');
  const part = fc.record({
    unit: id,
    officialIds: fc.subarray(['p0', 'p1', 'p2', 'p3', 'p4']),
    unitIds: fc.subarray(['a1', 'a2']),
    rest: fc.boolean(),
    main: fc.boolean(),
  });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('create' as const), newUnit: fc.constant(fresh) }),
    fc.record({ kind: fc.constant('move' as const), unit: id, parent: id }),
    fc.record({ kind: fc.constant('merge' as const), from: fc.array(id, { maxLength: 3 }), into: id }),
    fc.record({
      kind: fc.constant('merge' as const),
      from: fc.array(id, { maxLength: 3 }),
      newUnit: fc.constant(fresh),
    }),
    fc.record({ kind: fc.constant('split' as const), unit: id, parts: fc.array(part, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('close' as const), unit: id }),
  );
  const people = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 5, maxLength: 5 });
  let sound = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), people, (steps, homes) => {
      const members = homes.map((home, index) => member(`p${index}`, home, index % 2 ? 'a1' : null));
      const { problems, inheritance, changes } = planReorganisation(steps, facts({ members }));
      if (problems.length > 0) return;
      sound += 1;
      const ended = new Set(inheritance.ended.map(({ unitId }) => unitId));
      const moved = inheritance.officials.map(({ officialId }) => officialId);
      expect([...moved].sort()).toEqual(
        members
          .filter(({ unitId }) => ended.has(unitId))
          .map(({ officialId }) => officialId)
          .sort(),
      );
      expect(inheritance.officials.every(({ to }) => !ended.has(to))).toBe(true);
      // Seats and calls follow heirs, so these stand as well, and what stood below an ended unit stands elsewhere.
      expect(inheritance.ended.flatMap(({ heirs }) => heirs).some((heir) => ended.has(heir))).toBe(false);
      const parent = new Map(UNITS.map((each) => [each.id, each.parentId]));
      for (const change of changes) {
        if (change.op === 'create') parent.set(change.id, change.parentId);
        if (change.op === 'change' && change.parentId !== undefined) parent.set(change.unitId, change.parentId);
      }
      expect([...parent].filter(([child, above]) => !ended.has(child) && above !== null && ended.has(above))).toEqual(
        [],
      );
    }),
    { numRuns: 2000 },
  );
  expect(sound).toBeGreaterThan(50);
});
