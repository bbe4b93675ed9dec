import { ApiProperty } from '@nestjs/swagger';

/** What became of one person. */
export class BulkLineView {
  officialId: string;
  fullName: string;
  @ApiProperty({ enum: ['changed', 'unchanged', 'refused'] })
  outcome: 'changed' | 'unchanged' | 'refused';
  /** Why not, in the reader's language. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class BulkChangeView {
  /** What `undo` takes; null for a preview and where nobody changed. */
  @ApiProperty({ type: String, nullable: true })
  operationId: string | null;
  changed: number;
  unchanged: number;
  refused: number;
  items: BulkLineView[];
}

export class BulkUndoView {
  /** How many officials are again as they were. */
  officials: number;
}
