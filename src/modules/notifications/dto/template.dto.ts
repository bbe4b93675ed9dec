import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';

const LONGEST_TITLE = 200;
const LONGEST_BODY = 4000;
const LONGEST_SHORT = 480;

export class MessageTextDto {
  /** One line. */
  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_TITLE)
  title: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_BODY)
  body: string;

  /** What goes by short message, one line; without it the title does. In both languages or in none. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_SHORT)
  short?: string | null;
}

/** A text in both languages; variables and choices in Liquid. */
export class BothTextsDto {
  @IsObject()
  @ValidateNested()
  @Type(() => MessageTextDto)
  vi: MessageTextDto;

  @IsObject()
  @ValidateNested()
  @Type(() => MessageTextDto)
  en: MessageTextDto;
}

export class TemplatePreviewQuery {
  @IsUUID()
  courseId: string;
}
