import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Inheritance, MapChange, MapUnit, UnitArea, UnitKind } from '../reorganisation.types.js';

export const STEP_KINDS = ['create', 'rename', 'move', 'merge', 'split', 'close'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A unit to be made. `key` is how other steps of the same reorganisation speak of it; they give ids of existing ones. */
export interface NewUnit {
  readonly key: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  /** Id or key of the unit above it. */
  readonly parent: string;
  readonly area?: UnitArea | null;
}

/** One part of a split: an existing unit or a new one, and who goes there. */
export interface Part {
  readonly unit?: string;
  readonly newUnit?: NewUnit;
  readonly officialIds?: readonly string[];
  /** Units below the one that is split, and with them the officials of those Party cells. */
  readonly unitIds?: readonly string[];
  /** Whoever and whatever no part names. */
  readonly rest?: boolean;
  /** Accounts, and classes that the unit holds, go here. */
  readonly main?: boolean;
  /** Places left that this part gets. */
  readonly places?: readonly { readonly programId: string; readonly period: number; readonly places: number }[];
}

/** One step, as it was written down: which fields it needs depends on its kind. */
export interface Step {
  readonly kind: StepKind;
  /** rename, move, split, close: the unit spoken of. */
  readonly unit?: string;
  /** move: the unit to stand below. */
  readonly parent?: string;
  /** rename: what changes. */
  readonly name?: string;
  readonly code?: string;
  readonly unitKind?: UnitKind;
  /** create, merge into a new unit. */
  readonly newUnit?: NewUnit;
  /** merge: the units that end. */
  readonly from?: readonly string[];
  /** merge into an existing unit, or one made by an earlier step. */
  readonly into?: string;
  /** split. */
  readonly parts?: readonly Part[];
}

/** Something that keeps a plan from being carried out. */
export interface PlanProblem {
  readonly path: string;
  readonly rule: string;
  readonly facts?: Record<string, unknown>;
}

/** An official with something in a unit that a step ends. */
export interface Member {
  readonly officialId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly cellId: string | null;
}

/** Everything a plan is judged by. */
export interface PlanFacts {
  readonly today: PlainDate;
  /** First day of the new order. */
  readonly on: PlainDate;
  /** The deciding board's own unit. */
  readonly top: string;
  readonly units: readonly MapUnit[];
  /** Ids for the units to be made, by key. */
  readonly ids: ReadonlyMap<string, string>;
  readonly members: readonly Member[];
  /** Who in the whole tree has the codes asked for, on that day or later. */
  readonly codes: readonly { readonly code: string; readonly unitId: string }[];
  /** Classes held that are not over, nominations alive and places left, by unit. */
  readonly held: ReadonlyMap<string, number>;
  readonly nominations: ReadonlyMap<string, number>;
  /** Rooms, lecturers and plans that a unit has. */
  readonly registers: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
}

/** What will be done, or what stands in its way. */
export interface Plan {
  readonly problems: readonly PlanProblem[];
  readonly changes: readonly MapChange[];
  readonly inheritance: Inheritance;
  /** The units that each step ends, in the order of the steps. */
  readonly endedBy: readonly (readonly string[])[];
}
