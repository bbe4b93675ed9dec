import type { MapUnit } from '../reorganisation.types.js';
import { MapDraft } from './map-draft.js';
import type { Part, Plan, PlanFacts, Step } from './plan.types.js';

/** What a step of each kind does to the map. */
const STEPS: Record<Step['kind'], (draft: MapDraft, step: Step, path: string) => void> = {
  create: (draft, { newUnit }, path) => {
    draft.create(newUnit, `${path}.newUnit`);
  },
  rename: (draft, step, path) => {
    const unit = draft.standing(step.unit, `${path}.unit`);
    const fields = {
      ...(step.name !== undefined && { name: step.name }),
      ...(step.code !== undefined && { code: step.code }),
      ...(step.unitKind !== undefined && { kind: step.unitKind }),
    };
    if (Object.keys(fields).length === 0) draft.problem(`${path}.name`, 'required');
    else if (unit) draft.change(unit, fields, `${path}.unit`);
  },
  move: (draft, step, path) => {
    const unit = draft.standing(step.unit, `${path}.unit`);
    const parent = draft.standing(step.parent, `${path}.parent`);
    if (!unit || !parent) return;
    if (unit.id === draft.facts.top) draft.problem(`${path}.unit`, 'notTheTop', { name: unit.name });
    else if (draft.isBelow(parent.id, unit.id)) draft.problem(`${path}.parent`, 'notBelowItself', { name: unit.name });
    else draft.change(unit, { parentId: parent.id }, `${path}.unit`);
  },
  merge,
  split,
  close,
};

/**
 * Turns steps into what is to be done, or says what stands in the way. Later steps see the map that earlier ones made;
 * a unit ends once, and what is made here does not end here.
 */
export function planReorganisation(steps: readonly Step[], facts: PlanFacts): Plan {
  const draft = new MapDraft(facts);
  const endedBy: string[][] = [];
  if (facts.on > facts.today) draft.problem('effectiveOn', 'notInFuture');
  if (steps.length === 0) draft.problem('steps', 'arrayMinSize');
  for (const [index, step] of steps.entries()) {
    const before = new Set(draft.ended.keys());
    STEPS[step.kind](draft, step, `steps.${index}`);
    endedBy.push([...draft.ended.keys()].filter((id) => !before.has(id)));
  }
  draft.checkCodes();
  // What ends keeps the place that it had.
  const changes = draft.changes.filter((change) => change.op !== 'change' || !draft.ended.has(change.unitId));
  const inheritance = { on: facts.on, ended: [...draft.ended.values()], officials: draft.moves };
  return { problems: draft.problems, changes, inheritance, endedBy };
}

function merge(draft: MapDraft, { from = [], into, newUnit }: Step, path: string): void {
  if (from.length === 0) draft.problem(`${path}.from`, 'required');
  const ending = from.map((reference, index) => draft.ending(reference, `${path}.from.${index}`)).filter(isUnit);
  if (new Set(ending.map(({ id }) => id)).size < ending.length) draft.problem(`${path}.from`, 'onceInList');
  const heir = newUnit
    ? draft.create(newUnit, `${path}.newUnit`, common(ending))
    : draft.standing(into, `${path}.into`);
  if (!heir) return;
  if (ending.some(({ id }) => draft.isBelow(heir.id, id))) {
    // A new unit, or an old one, that stands below what ends would have nothing above it.
    draft.problem(newUnit ? `${path}.newUnit.parent` : `${path}.into`, 'notBelowWhatEnds', { name: heir.name });
    return;
  }
  for (const unit of ending) {
    for (const child of draft.below(unit.id)) draft.change(child, { parentId: heir.id }, path);
    for (const member of draft.membersOf(unit.id)) draft.moveOfficial(member, heir.id);
    draft.end(unit, [heir], heir.id);
  }
}

function close(draft: MapDraft, step: Step, path: string): void {
  const unit = draft.ending(step.unit, `${path}.unit`);
  if (!unit) return;
  const { held, nominations, places, registers } = draft.facts;
  const still: [rule: string, count: number][] = [
    ['officialsStillThere', draft.membersOf(unit.id).length],
    ['unitsStillBelow', draft.below(unit.id).length],
    ['classesStillHeld', held.get(unit.id) ?? 0],
    ['nominationsStillRun', nominations.get(unit.id) ?? 0],
    ['placesStillLeft', places.get(unit.id) ?? 0],
    ['registersStillKept', registers.get(unit.id) ?? 0],
  ];
  const left = still.filter(([, count]) => count > 0);
  for (const [rule, count] of left) draft.problem(`${path}.unit`, rule, { name: unit.name, count });
  if (left.length === 0) draft.end(unit, [], null);
}

function split(draft: MapDraft, { unit: reference, parts = [] }: Step, path: string): void {
  const unit = draft.ending(reference, `${path}.unit`);
  if (parts.length < 2) draft.problem(`${path}.parts`, 'splitInTwo');
  const heirs = parts.map((part, index) => heirOf(draft, part, unit, `${path}.parts.${index}`));
  const known = heirs.filter(isUnit);
  if (!unit || known.length < parts.length || parts.length < 2) return;
  if (new Set(known.map(({ id }) => id)).size < known.length) draft.problem(`${path}.parts`, 'onceInList');
  const main = known[parts.findIndex((part) => part.main === true)]?.id ?? null;
  if (main === null && (draft.facts.held.get(unit.id) ?? 0) > 0) {
    draft.problem(`${path}.parts`, 'classesNeedAPart', { name: unit.name });
  } else if (main === null && (draft.facts.registers.get(unit.id) ?? 0) > 0) {
    draft.problem(`${path}.parts`, 'registersNeedAPart', { name: unit.name });
  }
  assignUnits(draft, unit, parts, known, path);
  assignOfficials(draft, unit, parts, known, path);
  draft.end(unit, known, main);
}

function heirOf(draft: MapDraft, { unit, newUnit }: Part, split: MapUnit | null, path: string): MapUnit | null {
  const heir = newUnit ? draft.create(newUnit, `${path}.newUnit`, split?.area) : draft.standing(unit, `${path}.unit`);
  if (!heir || !split || !draft.isBelow(heir.id, split.id)) return heir;
  draft.problem(newUnit ? `${path}.newUnit.parent` : `${path}.unit`, 'notBelowWhatEnds', { name: heir.name });
  return null;
}

/** Units below what is split go to the part that names them, else to the one that takes the rest. */
function assignUnits(
  draft: MapDraft,
  unit: MapUnit,
  parts: readonly Part[],
  heirs: readonly MapUnit[],
  path: string,
): void {
  const rest = heirs[parts.findIndex((part) => part.rest === true)];
  const missing: string[] = [];
  for (const child of draft.below(unit.id)) {
    const heir = heirs[parts.findIndex((part) => part.unitIds?.includes(child.id) === true)] ?? rest;
    if (heir) draft.change(child, { parentId: heir.id }, path);
    else missing.push(child.name);
  }
  if (missing.length > 0)
    draft.problem(`${path}.parts`, 'unitsUnassigned', { count: missing.length, names: some(missing) });
}

/** Officials go to the part that names them, else where their Party cell goes, else to the one that takes the rest. */
function assignOfficials(
  draft: MapDraft,
  unit: MapUnit,
  parts: readonly Part[],
  heirs: readonly MapUnit[],
  path: string,
): void {
  const rest = heirs[parts.findIndex((part) => part.rest === true)];
  const missing: string[] = [];
  for (const member of draft.membersOf(unit.id)) {
    const named = parts.findIndex((part) => part.officialIds?.includes(member.officialId) === true);
    const withCell = parts.findIndex(
      (part) => member.cellId !== null && part.unitIds?.includes(member.cellId) === true,
    );
    const heir = heirs[named === -1 ? withCell : named] ?? rest;
    if (heir) draft.moveOfficial(member, heir.id);
    else missing.push(member.fullName);
  }
  if (missing.length > 0)
    draft.problem(`${path}.parts`, 'officialsUnassigned', { count: missing.length, names: some(missing) });
}

/** The area that all of them share, if they do. */
const common = (units: readonly MapUnit[]): MapUnit['area'] => {
  const [first] = units;
  return first && units.every(({ area }) => area === first.area) ? first.area : null;
};

const NAMED = 5;
const some = (names: readonly string[]): string => names.slice(0, NAMED).join(', ') + (names.length > NAMED ? '…' : '');

const isUnit = (unit: MapUnit | null): unit is MapUnit => unit !== null;
