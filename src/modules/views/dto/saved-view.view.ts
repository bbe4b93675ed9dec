import { ApiProperty } from '@nestjs/swagger';

export class SavedViewView {
  id: string;
  list: string;
  name: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  query: Record<string, string>;
  columns: string[];
  shared: boolean;
  /** Whether the list opens with it, for its owner. */
  isDefault: boolean;
  /** Whether the reader made it; others are only looked at. */
  mine: boolean;
  /** Name of the unit whose member made it. */
  unitName: string;
}

export class SavedViewPage {
  items: SavedViewView[];
  total: number;
}
