import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { QuotaMinimumState } from '../minimums.view.js';
import { PlacesView } from '../places.view.js';

export class QuotaView extends PlacesView {
  id: string;
  programId: string;
  /** The year. */
  period: number;
  unitId: string;
  unit: UnitRef;
  /** Whether it is a board's own row: what is left on it is the reserve. */
  reserve: boolean;
  /** The row that feeds it; null where grants do. */
  @ApiProperty({ type: String, nullable: true })
  parentId: string | null;
  minimums: QuotaMinimumState[];
}

export class QuotaPage {
  items: QuotaView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
