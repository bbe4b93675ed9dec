import type { PlainDate } from '../../kernel/plain-date.js';

/** Days of the week on which a class is taught, one run after another until it has its days. */
export const RHYTHMS = ['working-days', 'week-ends', 'alternate-week-ends'] as const;
/** `working-days`: one after another; `week-ends`: Saturdays and Sundays; `alternate-week-ends`: every other one. */
export type Rhythm = (typeof RHYTHMS)[number];

/** What the planner can ask for more or less of; 0 leaves a wish out, 10 is the strongest. */
export const WISHES = [
  'wishedDate',
  'unbroken',
  'roomFit',
  'evenWeeks',
  'holidayEve',
  'stability',
  'ownLecturers',
] as const;
export type Wish = (typeof WISHES)[number];
export type Weights = Readonly<Record<Wish, number>>;

/** A room for a whole day. `busy` are days on which it holds something that is not to be moved. */
export interface RoomFacts {
  readonly id: string;
  readonly capacity: number;
  readonly busy: ReadonlySet<PlainDate>;
}

/** A lecturer for a whole day, and what may still be asked of them. */
export interface LecturerFacts {
  readonly id: string;
  readonly fullTime: boolean;
  /** Limits in hours, null without one. */
  readonly hoursPerWeek: number | null;
  readonly hoursPerYear: number | null;
  /** Hours taught already, by day. */
  readonly taught: ReadonlyMap<PlainDate, number>;
  /** Days on which they teach already or are away. */
  readonly busy: ReadonlySet<PlainDate>;
}

/** A stretch of days that keeps a class's people away: harvest, a congress. */
export interface BlackoutFacts {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Units it holds for with all below them; empty for everyone. */
  readonly unitIds: readonly string[];
}

/** Days of a class that one of these people teaches, in the order they are taught. */
export interface ClassPart {
  readonly subject: string | null;
  readonly days: number;
  /** Who could; empty when nobody of the register teaches it. */
  readonly lecturerIds: readonly string[];
}

/** A class that needs a place in the year. */
export interface ClassToPlace {
  readonly id: string;
  readonly size: number;
  readonly rhythm: Rhythm;
  /** Its days in order; their sum is its length. */
  readonly parts: readonly ClassPart[];
  /** First and last day it may be taught. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The opening day hoped for, by the plan or by the planner. */
  readonly wishedOn: PlainDate | null;
  /** Whether it is taught in a room of the register. */
  readonly needsRoom: boolean;
  /** Rooms it may use when not all. */
  readonly roomIds: readonly string[] | null;
  /** Units whose people it keeps, with every unit above them: the holder's, those called or nominated from, those named. */
  readonly unitIds: readonly string[];
  /** Classes whose people are the same: classes that share a word here are never taught on one day. */
  readonly audiences: readonly string[];
  /** Where the planner put it by hand: stays, or is what a new proposal would rather keep. */
  readonly placed: { readonly placement: Placement; readonly locked: boolean } | null;
}

/** Where and when a class is taught, and by whom. */
export interface Placement {
  readonly days: readonly PlainDate[];
  readonly roomId: string | null;
  /** One per part, null where nobody of the register teaches it. */
  readonly lecturerIds: readonly (string | null)[];
}

/** Everything that a proposal is made from. */
export interface ScheduleProblem {
  readonly classes: readonly ClassToPlace[];
  readonly rooms: readonly RoomFacts[];
  readonly lecturers: readonly LecturerFacts[];
  readonly blackouts: readonly BlackoutFacts[];
  /** Days off from the calendar of the years concerned: neither weekends nor working days taught on. */
  readonly isWorkingDay: (day: PlainDate) => boolean;
  readonly isHoliday: (day: PlainDate) => boolean;
  readonly weights: Weights;
  /** Classes that a week bears without being called full. */
  readonly classesPerWeek: number;
  /** Classes that are taught already, by week. */
  readonly laid: ReadonlyMap<number, number>;
}

/** What the planner says of a class, as a proposal keeps it. */
export interface ClassSettings {
  readonly size: number;
  readonly rhythm: Rhythm;
  readonly parts: readonly {
    readonly subject: string | null;
    readonly days: number;
    readonly lecturerIds: readonly string[] | null;
  }[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly wishedOn: PlainDate | null;
  readonly needsRoom: boolean;
  readonly roomIds: readonly string[] | null;
  readonly audiences: readonly string[];
  /** Units whose people it is for, where that is known before anyone is called; absent in proposals of before. */
  readonly unitIds?: readonly string[];
}

/** `accepted`: its sessions are laid. */
export const PROPOSAL_STATUSES = ['solving', 'ready', 'accepted'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** A proposal: where each class goes; a class that is left out has no placement. */
export type Placements = ReadonlyMap<string, Placement>;

/** What stands in the way of a place: a thing that others hold, or a limit. */
export interface Obstacle {
  readonly kind: 'room' | 'lecturer' | 'people' | 'load' | 'week';
  /** The lecturer who can't, or the audience that is elsewhere; null for rooms and weeks. */
  readonly id: string | null;
  /** Classes that hold it. */
  readonly classIds: readonly string[];
}

/** A cheaper opening day that a class did not get. */
export interface Forgone {
  readonly opensOn: PlainDate;
  /** How much cheaper the class alone would be. */
  readonly saves: number;
  readonly obstacles: readonly Obstacle[];
}

/** Why a class has no place at all, whatever the others do; `taken` when the others hold all it could have. */
export type Hindrance = 'window' | 'room' | 'lecturer' | 'lock' | 'taken';

/** Why a class is where it is. */
export interface Explanation {
  /** Wishes it goes against, in whole units, and what they cost by the planner's weights; dearest first. */
  readonly against: readonly { readonly wish: Wish; readonly units: number; readonly price: number }[];
  readonly forgone: Forgone | null;
  readonly hindrance: Hindrance | null;
}
