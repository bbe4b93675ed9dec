import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';

export class QuotaView {
  id: string;
  programId: string;
  /** The year. */
  period: number;
  unitId: string;
  unit: UnitRef;
  places: number;
  /** Places held by nominations, on a seat or on a waitlist. */
  taken: number;
  /** places − taken. */
  left: number;
}

export class QuotaPage {
  items: QuotaView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
