import { ApiProperty } from '@nestjs/swagger';
import { PlacesView } from '../../quotas/index.js';
import { UnitRef } from '../../units/index.js';

/** Numerators; the denominator is `officials`. */
export class StandardsCounts {
  officials: number;
  professional: number;
  llct: number;
  /** State management; says something only where `managementAsked`. */
  management: number;
  /** Those who meet both professional and LLCT. */
  both: number;
}

export class UnitStandards extends StandardsCounts {
  unitId: string;
  code: string;
  name: string;
  /** Whether every official meets both. */
  allMet: boolean;
}

/** Who meets what their posts ask for, on one day. */
export class StandardsReport extends StandardsCounts {
  asOf: string;
  /** Whether any standard of these people asks for state management that day. */
  managementAsked: boolean;
  /** Communes and towns with officials. */
  unitsTotal: number;
  /** Of them, those where every official meets both. */
  unitsAllMet: number;
  units: UnitStandards[];
}

export class StandardsPerson {
  officialId: string;
  fullName: string;
  @ApiProperty({ type: String, nullable: true })
  post: string | null;
  unit: UnitRef;
  @ApiProperty({ type: String, nullable: true })
  asked: string | null;
  @ApiProperty({ type: String, nullable: true })
  has: string | null;
}

export class StandardsPeople {
  asOf: string;
  items: StandardsPerson[];
}

export class YearOfCourses {
  year: number;
  /** Classes completed. */
  courses: number;
  /** Turns, not persons: someone who attended two classes counts twice. */
  trainees: number;
}

export class CoursesByYear {
  items: YearOfCourses[];
  courses: number;
  trainees: number;
}

export class YearOfSendings {
  year: number;
  advanced: number;
  intermediate: number;
}

export class SentToTheory {
  items: YearOfSendings[];
  advanced: number;
  intermediate: number;
}

/** One line of "what needs a hand today". */
export class HomeTask {
  /** e.g. `review-nominations`; a key of the client's texts. */
  kind: string;
  count: number;
  /** Path within the client where it is done. */
  link: string;
}

/** The first page: what needs a hand, and the year at a glance. */
export class HomeView {
  tasks: HomeTask[];
  /** This year in Vietnam. */
  year: number;
  courses: HomeCourses;
  quotas: HomeQuotas[];
  standards: StandardsCounts;
}

export class HomeCourses {
  open: number;
  running: number;
  completed: number;
  /** Trainees of classes completed this year. */
  trainees: number;
}

export class HomeQuotas extends PlacesView {
  programId: string;
  programName: string;
}
