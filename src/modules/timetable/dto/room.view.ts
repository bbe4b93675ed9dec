import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';

export class VenueView {
  id: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
  /** The board's unit that keeps it. */
  unit: UnitRef;
  /** Whether the reader may change it. */
  canEdit: boolean;
  version: number;
}

export class VenueList {
  items: VenueView[];
}

export class VenueRef {
  id: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
}

export class RoomView {
  id: string;
  name: string;
  venue: VenueRef;
  capacity: number;
  equipment: string[];
  closed: boolean;
  canEdit: boolean;
  version: number;
}

export class RoomList {
  items: RoomView[];
}
