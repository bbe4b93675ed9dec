import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { type Finding, SOUND_PARTS, SOUND_RULES, type SoundPart } from '../soundness.rules.js';

/** What must always be so, and how often it was not. */
export class CheckedRule {
  @ApiProperty({ enum: SOUND_PARTS })
  part: SoundPart;
  @ApiProperty({ enum: SOUND_RULES })
  rule: Finding['rule'];
  broken: number;
}

/** A row that is not as it must be. */
export class BrokenRow {
  @ApiProperty({ enum: SOUND_RULES })
  rule: Finding['rule'];
  unit: UnitRef;
  /** The class, or the program of the places. */
  title: string;
  /** The year of the places. */
  @ApiProperty({ type: Number, nullable: true })
  period: number | null;
  @ApiProperty({ type: String, nullable: true })
  courseId: string | null;
  @ApiProperty({ type: String, nullable: true })
  nominationId: string | null;
  /** What stands there. */
  @ApiProperty({ type: String, nullable: true })
  counted: string | null;
  /** What ought to. */
  @ApiProperty({ type: String, nullable: true })
  expected: string | null;
}

export class DataCheckView {
  /** When the data was last gone through; null when never yet. */
  @ApiProperty({ type: Date, nullable: true })
  ranAt: Date | null;
  @ApiProperty({ type: Number, nullable: true })
  tookMs: number | null;
  /** Who asked for it; null when it was done by itself, at night. */
  @ApiProperty({ type: String, nullable: true })
  ranBy: string | null;
  rules: CheckedRule[];
  /** Broken rows of the reader's part of the tree; at most 200. */
  rows: BrokenRow[];
  /** Broken rows in all, those of other units too. */
  broken: number;
}
