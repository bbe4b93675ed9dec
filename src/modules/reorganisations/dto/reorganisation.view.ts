import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { StepDto } from './reorganisation.dto.js';

export const REORGANISATION_STATES = ['draft', 'applied'] as const;
export type ReorganisationState = (typeof REORGANISATION_STATES)[number];

/** What the reader may do with it as it stands now. */
export class ReorganisationAbilities {
  edit: boolean;
  apply: boolean;
  undo: boolean;
}

export class ReorganisationView {
  id: string;
  documentNumber: string;
  documentDate: string;
  effectiveOn: string;
  steps: StepDto[];
  @ApiProperty({ enum: REORGANISATION_STATES })
  state: ReorganisationState;
  /** The board's unit that decides on it. */
  unit: UnitRef;
  /** Units that its steps name, also those that have ended since. */
  units: UnitRef[];
  createdAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  appliedAt: Date | null;
  /** When it was last taken back. */
  @ApiProperty({ type: Date, nullable: true })
  undoneAt: Date | null;
  can: ReorganisationAbilities;
  version: number;
}

export class ReorganisationPage {
  items: ReorganisationView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** What a step touches, in numbers. */
export class ReorganisationEffects {
  /** Units that end. */
  units: number;
  officials: number;
  posts: number;
  accounts: number;
  /** Calls to classes that are not over. */
  calls: number;
  nominations: number;
  /** Proposals and wishes that are not done with. */
  proposals: number;
  /** Reserve nominees who wait. */
  reserves: number;
  /** Seats of classes kept for a unit, as far as they are free. */
  keptSeats: number;
  /** Places that move on, those held by nominations included. */
  places: number;
  reminders: number;
  rooms: number;
  lecturers: number;
  /** Harvests, congresses and the like that are not over. */
  blackouts: number;
  /** Training plans that are not wholly past. */
  plans: number;
  /** Lines of drafts of plans. */
  planLines: number;
}

export class ReorganisationProblem {
  /** e.g. `steps.2.parts`. */
  path: string;
  rule: string;
  message: string;
}

/** What will happen, step by step and in all, and what stands in the way. */
export class ReorganisationPreview {
  steps: ReorganisationEffects[];
  total: ReorganisationEffects;
  problems: ReorganisationProblem[];
}
