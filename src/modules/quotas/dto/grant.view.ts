import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { PlacesView } from '../places.view.js';
import { GRANT_FIELDS, type GrantField } from '../quota.types.js';

/** What stood in a field of a grant, and what stands there since. */
export class CorrectedField {
  @ApiProperty({ enum: GRANT_FIELDS })
  field: GrantField;
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
}

export class GrantCorrectionView {
  /** When, ISO 8601. */
  at: string;
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  reason: string;
  changes: CorrectedField[];
}

/** Places that the province or a school gave. */
export class GrantView {
  id: string;
  programId: string;
  programName: string;
  /** The year. */
  period: number;
  /** The board's unit that it was given to. */
  unit: UnitRef;
  @ApiProperty({ type: String, nullable: true })
  grantor: string | null;
  @ApiProperty({ type: String, nullable: true })
  school: string | null;
  /** As first given. */
  places: number;
  /** Taken back since. */
  cut: number;
  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;
  @ApiProperty({ type: String, nullable: true })
  documentDate: string | null;
  /** The last day to use them or give them back. */
  @ApiProperty({ type: String, nullable: true })
  useBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  version: number;
  /** What was put right, the newest first. */
  corrections: GrantCorrectionView[];
}

export class GrantPage {
  items: GrantView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** A unit whose free places could be called back. */
export class CallBackView extends PlacesView {
  unit: UnitRef;
  /** How many the system would call back from it: most from those with most left. */
  proposed: number;
}

/** What must give when a grant is cut. */
export class CutPreview {
  /** Places of the grant that are not cut yet. */
  standing: number;
  /** Free in the reserve: the cut takes these first. */
  reserve: number;
  /** Places that units have to give back before. */
  missing: number;
  /** Places that cannot be given back by anybody: passed on to people already. A cut this deep is refused. */
  short: number;
  units: CallBackView[];
}
