import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { LONGEST_LIST } from './nomination.dto.js';

export class SaveDraftDto {
  /** In the order of the list; none: the draft is forgotten. */
  @IsArray()
  @ArrayMaxSize(LONGEST_LIST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  officialIds: string[];
}
