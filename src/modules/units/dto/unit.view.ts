import { ApiProperty } from '@nestjs/swagger';
import { UNIT_AREAS, UNIT_KINDS, type UnitArea, type UnitKind } from '../unit.types.js';

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
  /** Number of standing units right below. */
  children: number;
  /** Whether it has ended. */
  closed: boolean;
}

export class UnitPage {
  items: UnitView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** What a unit was for a while: without a first day since ever, without a last day until now. */
export class UnitSpell {
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  @ApiProperty({ enum: UNIT_KINDS })
  kind: UnitKind;
  code: string;
  name: string;
  /** Its own; without one that of the unit above counts. */
  @ApiProperty({ enum: UNIT_AREAS, nullable: true })
  area: UnitArea | null;
  @ApiProperty({ type: UnitRef, nullable: true })
  parent: UnitRef | null;
}

/** A unit that another was made of, or that it became. */
export class UnitSuccession {
  unit: UnitRef;
  /** The first day of the new order. */
  on: string;
}

/** Everything kept of one unit, with what it was before. */
export class UnitDetails extends UnitView {
  @ApiProperty({ type: String, nullable: true })
  secretary: string | null;
  @ApiProperty({ type: String, nullable: true })
  phone: string | null;
  @ApiProperty({ type: String, nullable: true })
  email: string | null;
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
  @ApiProperty({ enum: UNIT_AREAS, nullable: true })
  area: UnitArea | null;
  @ApiProperty({ type: String, nullable: true })
  validFrom: string | null;
  /** Its last day, when it has ended. */
  @ApiProperty({ type: String, nullable: true })
  validTo: string | null;
  /** From the reader's own unit down to the one above this. */
  above: UnitRef[];
  /** Oldest first. */
  spells: UnitSpell[];
  madeOf: UnitSuccession[];
  became: UnitSuccession[];
}
