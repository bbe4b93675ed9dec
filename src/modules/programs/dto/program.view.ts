import { ApiProperty } from '@nestjs/swagger';
import { PROGRAM_KINDS, type ProgramKind } from '../program.types.js';

export class ProgramView {
  id: string;
  code: string;
  name: string;
  @ApiProperty({ enum: PROGRAM_KINDS })
  kind: ProgramKind;
  /** Whether a nomination needs a place of the unit's quota. */
  needsQuota: boolean;
  /** The LLCT level that completing it gives, or null. */
  @ApiProperty({ type: String, nullable: true })
  confersLlctLevel: string | null;
}

export class ProgramPage {
  items: ProgramView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
