import { ApiProperty } from '@nestjs/swagger';
import { UNIT_KINDS, type UnitKind } from '../unit.types.js';

/** A unit as other things name it. */
export class UnitRef {
  id: string;
  code: string;
  name: string;
}

export class UnitView {
  id: string;
  code: string;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS })
  kind: UnitKind;
  @ApiProperty({ type: String, nullable: true })
  parentId: string | null;
  /** Number of units right below. */
  children: number;
}

export class UnitPage {
  items: UnitView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
