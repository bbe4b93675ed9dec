import { ApiProperty } from '@nestjs/swagger';
import { PAPER_KINDS, type PaperKind } from '../paper.types.js';

export class PaperFile {
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  /** Whether a virus scanner passed it; false where none is set up. */
  scanned: boolean;
}

export class PaperView {
  id: string;
  @ApiProperty({ enum: PAPER_KINDS })
  kind: PaperKind;
  /** Null for health. */
  @ApiProperty({ type: () => PaperFile, nullable: true })
  file: PaperFile | null;
  /** Health alone. */
  @ApiProperty({ type: Boolean, nullable: true })
  fit: boolean | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  checkedOn: string | null;
  addedAt: Date;
  addedBy: string;
}

/** A paper of an earlier nomination of the same person. */
export class EarlierPaper {
  id: string;
  @ApiProperty({ enum: PAPER_KINDS })
  kind: PaperKind;
  name: string;
  addedAt: Date;
  courseCode: string;
}

export class PapersView {
  items: PaperView[];
  /** Kinds that the program asks for, in its order. */
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  required: PaperKind[];
  /** Of these, what is still missing. */
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  missing: PaperKind[];
  /** What can be used again. */
  earlier: EarlierPaper[];
  /** Whether the reader may add and remove papers now. */
  mayChange: boolean;
}

/** Papers that an official has from earlier nominations and that a class asks for. */
export class PapersAtHand {
  officialId: string;
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  kinds: PaperKind[];
}

/** What a class asks everybody for, and who has some of it already. */
export class AskedPapersView {
  /** In the program's order. */
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  required: PaperKind[];
  atHand: PapersAtHand[];
}

/** What one nomination of a class still lacks. */
export class MissingPapers {
  nominationId: string;
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  missing: PaperKind[];
}

export class MissingPapersView {
  items: MissingPapers[];
}
