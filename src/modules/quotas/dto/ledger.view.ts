import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { BUCKETS, type Bucket, ENTRY_KINDS, type EntryKind } from '../quota.types.js';

export class LedgerPerson {
  id: string;
  name: string;
}

/** One movement of places of one unit, from one of its accounts to another. */
export class LedgerEntryView {
  id: string;
  /** Counts up; the order in which it was written. */
  number: number;
  /** When, ISO 8601. */
  at: string;
  @ApiProperty({ enum: ENTRY_KINDS })
  kind: EntryKind;
  programId: string;
  programName: string;
  /** The year. */
  period: number;
  unit: UnitRef;
  @ApiProperty({ enum: BUCKETS })
  from: Bucket;
  @ApiProperty({ enum: BUCKETS })
  to: Bucket;
  places: number;
  /** The unit that they came from or went to. */
  @ApiProperty({ type: UnitRef, nullable: true })
  other: UnitRef | null;
  @ApiProperty({ type: String, nullable: true })
  nominationId: string | null;
  /** Who was nominated. */
  @ApiProperty({ type: LedgerPerson, nullable: true })
  official: LedgerPerson | null;
  /** Who did it; null: the system, by a rule. */
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** Of a grant as it stands now; what stood there before is told with the grant. */
  @ApiProperty({ type: String, nullable: true })
  document: string | null;
}

export class LedgerPage {
  items: LedgerEntryView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
