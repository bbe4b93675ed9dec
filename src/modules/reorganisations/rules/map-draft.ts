import type { EndedUnit, MapChange, MapUnit } from '../reorganisation.types.js';
import type { Member, NewUnit, PlanFacts, PlanProblem } from './plan.types.js';

type Fields = Partial<Pick<MapUnit, 'parentId' | 'kind' | 'code' | 'name'>>;

/** The map as it becomes, step by step, with all that is wrong on the way. It lives as long as one plan is made. */
export class MapDraft {
  readonly problems: PlanProblem[] = [];
  readonly changes: MapChange[] = [];
  readonly ended = new Map<string, EndedUnit>();
  readonly moves: { officialId: string; from: string; to: string }[] = [];
  private readonly units: Map<string, MapUnit>;
  private readonly made = new Set<string>();
  private readonly heirs = new Set<string>();

  constructor(readonly facts: PlanFacts) {
    this.units = new Map(facts.units.map((unit) => [unit.id, unit]));
  }

  problem(path: string, rule: string, facts?: Record<string, unknown>): void {
    this.problems.push({ path, rule, ...(facts && { facts }) });
  }

  /** The unit that a step names by id or key, while it stands; else a problem. */
  standing(reference: string | undefined, path: string): MapUnit | null {
    if (reference === undefined || reference === '') {
      this.problem(path, 'required');
      return null;
    }
    const unit = this.units.get(this.facts.ids.get(reference) ?? reference);
    if (!unit) this.problem(path, 'exists');
    else if (this.ended.has(unit.id)) this.problem(path, 'endedByEarlierStep', { name: unit.name });
    else return unit;
    return null;
  }

  /** A unit that will end. */
  ending(reference: string | undefined, path: string): MapUnit | null {
    const unit = this.standing(reference, path);
    if (!unit) return null;
    const { since, id, name } = unit;
    if (id === this.facts.top) this.problem(path, 'notTheTop', { name });
    else if (this.made.has(id) || this.heirs.has(id)) this.problem(path, 'notWhatIsMade', { name });
    else if (since !== null && since >= this.facts.on) this.problem(path, 'afterLastChange', { name, since });
    else return unit;
    return null;
  }

  create(unit: NewUnit | undefined, path: string, area: MapUnit['area'] = null): MapUnit | null {
    if (!unit) {
      this.problem(path, 'required');
      return null;
    }
    const parent = this.standing(unit.parent, `${path}.parent`);
    const id = this.facts.ids.get(unit.key);
    if (id === undefined || this.made.has(id)) this.problem(`${path}.key`, 'keyOnce');
    if (!parent || id === undefined || this.made.has(id)) return null;
    const { kind, code, name } = unit;
    const made = { id, parentId: parent.id, kind, code, name, area: unit.area ?? area };
    this.units.set(id, { ...made, since: this.facts.on });
    this.made.add(id);
    this.changes.push({ op: 'create', ...made });
    return { ...made, since: this.facts.on };
  }

  change(unit: MapUnit, fields: Fields, path: string): void {
    if (unit.since !== null && unit.since > this.facts.on) {
      this.problem(path, 'afterLastChange', { name: unit.name, since: unit.since });
      return;
    }
    this.units.set(unit.id, { ...this.units.get(unit.id), ...unit, ...fields });
    this.changes.push({ op: 'change', unitId: unit.id, ...fields });
  }

  end(unit: MapUnit, heirs: readonly MapUnit[], main: string | null): void {
    for (const heir of heirs) this.heirs.add(heir.id);
    this.ended.set(unit.id, { unitId: unit.id, heirs: heirs.map(({ id }) => id), main });
    this.changes.push({ op: 'end', unitId: unit.id });
  }

  moveOfficial({ officialId, unitId }: Member, to: string): void {
    this.moves.push({ officialId, from: unitId, to });
  }

  /** What stands right below a unit at this point of the plan. */
  below(id: string): MapUnit[] {
    return [...this.units.values()].filter((unit) => unit.parentId === id && !this.ended.has(unit.id));
  }

  isBelow(id: string, top: string): boolean {
    for (let at: string | null = id; at !== null; at = this.units.get(at)?.parentId ?? null)
      if (at === top) return true;
    return false;
  }

  membersOf(id: string): Member[] {
    return this.facts.members.filter(({ unitId }) => unitId === id);
  }

  /** Two units cannot have one code at a time, wherever in the tree they stand. */
  checkCodes(): void {
    const inside = new Set(this.facts.units.map(({ id }) => id));
    const seen = new Set(this.facts.codes.filter(({ unitId }) => !inside.has(unitId)).map(({ code }) => code));
    for (const { id, code } of this.units.values()) {
      if (this.ended.has(id)) continue;
      if (seen.has(code)) this.problem('steps', 'codeOnce', { code });
      seen.add(code);
    }
  }
}
