import { ApiProperty } from '@nestjs/swagger';
import { STUDY_MODES, type StudyMode } from '../../programs/index.js';
import { UnitRef } from '../../units/index.js';
import {
  CHECK_RESULTS,
  type CheckResult,
  REFERENCE_DAYS,
  type ReferenceDay,
  RULE_KINDS,
  type RuleKind,
} from '../eligibility.types.js';

export class RuleView {
  @ApiProperty({ enum: RULE_KINDS })
  kind: RuleKind;
  @ApiProperty({ type: 'object', additionalProperties: true })
  parameters: Record<string, unknown>;
  /** Whether the regulation lets the competent authority except from it. */
  exception: boolean;
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
  /** The rule in words, in the reader's language. */
  sentence: string;
}

/** Who may go to classes of a program, from a day to a day. */
export class RuleSetView {
  id: string;
  /** Null: classes in either mode, where there is no set of the very mode. */
  @ApiProperty({ enum: STUDY_MODES, nullable: true })
  mode: StudyMode | null;
  from: string;
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  @ApiProperty({ enum: REFERENCE_DAYS })
  reference: ReferenceDay;
  source: string;
  confirmed: boolean;
  /** Whether nominations are judged by it today. */
  inForce: boolean;
  rules: RuleView[];
}

/** All sets of a program: by mode, the newest first. */
export class RuleSetList {
  items: RuleSetView[];
}

/** A decision of the board, as it shows beside what it lifted. */
export class WaiverRef {
  @ApiProperty({ enum: RULE_KINDS })
  rule: RuleKind;
  number: string;
  decidedOn: string;
  reason: string;
}

/** One rule's answer in words. */
export class RuleCheckView {
  rule: string;
  @ApiProperty({ enum: CHECK_RESULTS })
  result: CheckResult;
  passed: boolean;
  /** The result in a sentence, in the reader's language. */
  message: string;
  /** What would mend it, where it is not passed. */
  @ApiProperty({ type: String, nullable: true })
  mend: string | null;
  /** The regulation it comes from. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
  /** The decision that lifted it, or null. */
  @ApiProperty({ type: WaiverRef, nullable: true })
  waiver: WaiverRef | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: Record<string, unknown>;
}

export class TriedOfficial {
  id: string;
  fullName: string;
  @ApiProperty({ type: String, nullable: true })
  post: string | null;
  unit: UnitRef;
  @ApiProperty({ enum: CHECK_RESULTS })
  verdict: CheckResult;
  checks: RuleCheckView[];
}

export class VerdictCounts {
  pass: number;
  fail: number;
  needsException: number;
  unknown: number;
}

/** Whom rules would let go, before they are saved. */
export class TryView {
  /** The rules in words, in order. */
  sentences: string[];
  total: number;
  counts: VerdictCounts;
  /** Names: at most 500 of each verdict. */
  items: TriedOfficial[];
}

export class WaivedProgram {
  id: string;
  code: string;
  name: string;
}

export class WaiverView extends WaiverRef {
  id: string;
  officialId: string;
  fullName: string;
  unit: UnitRef;
  program: WaivedProgram;
  /** The last day; null: until further notice. */
  @ApiProperty({ type: String, nullable: true })
  until: string | null;
}

export class WaiverList {
  items: WaiverView[];
}
