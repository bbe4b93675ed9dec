import { ApiProperty } from '@nestjs/swagger';
import { OfficialView } from '../../officials/index.js';

const CERTAINTIES = ['certain', 'likely', 'possible'] as const;
const LIKENESSES = [
  'sameCitizenId',
  'sameName',
  'otherAccents',
  'oneTypo',
  'sameBirthDate',
  'dayAndMonthSwapped',
  'sameBirthYear',
  'sameUnit',
  'neighbouringUnit',
] as const;

export class SimilarView {
  official: OfficialView;
  @ApiProperty({ enum: CERTAINTIES })
  certainty: (typeof CERTAINTIES)[number];
  /** Why they may be one. */
  @ApiProperty({ enum: LIKENESSES, isArray: true })
  reasons: (typeof LIKENESSES)[number][];
}

export class SimilarList {
  items: SimilarView[];
}

export class DuplicatePairView {
  first: OfficialView;
  second: OfficialView;
  @ApiProperty({ enum: CERTAINTIES })
  certainty: (typeof CERTAINTIES)[number];
  @ApiProperty({ enum: LIKENESSES, isArray: true })
  reasons: (typeof LIKENESSES)[number][];
}

export class DuplicatePage {
  items: DuplicatePairView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** One field of both records, as text; of a protected number only whether there is one. */
export class MergeFieldView {
  field: string;
  @ApiProperty({ type: String, nullable: true })
  keep: string | null;
  @ApiProperty({ type: String, nullable: true })
  merge: string | null;
  differs: boolean;
  /** What is taken when nothing is chosen. */
  @ApiProperty({ enum: ['keep', 'merge'] })
  taken: 'keep' | 'merge';
}

export class MergeCountView {
  @ApiProperty({ enum: ['posts', 'qualifications', 'pastSendings', 'nominations', 'plannings', 'notes', 'exemptions'] })
  kind: string;
  /** How many rows the merged record brings along. */
  count: number;
}

export class MergeClashView {
  @ApiProperty({ enum: ['mainPost', 'samePost', 'nomination'] })
  kind: 'mainPost' | 'samePost' | 'nomination';
  /** Whether the two cannot be merged before it is settled. */
  blocking: boolean;
  text: string;
}

export class MergePreviewView {
  fields: MergeFieldView[];
  follows: MergeCountView[];
  clashes: MergeClashView[];
}

export class MergeView {
  /** What `undo` takes. */
  id: string;
  keptId: string;
  mergedId: string;
  keptName: string;
  mergedName: string;
  mergedAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  undoneAt: Date | null;
}

export class MergePage {
  items: MergeView[];
  total: number;
}
