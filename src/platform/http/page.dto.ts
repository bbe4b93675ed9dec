import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';

export const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE = 1000;

/** What every list takes. */
export class PageQuery {
  /** Rows on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST_PAGE)
  'page[size]'?: number;

  /** The `next` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  'page[after]'?: string;
}
