import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import {
  CATEGORIES,
  type Category,
  type Grade,
  GRADES,
  OFFICIAL_STATUSES,
  type OfficialStatus,
  QUALIFICATION_KINDS,
  type QualificationKind,
} from '../official.types.js';
import { SECRET_NUMBERS, type SecretNumber } from '../rules/numbers.js';

/** A post held for a time. */
export class PostDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  title: string;

  @ApiProperty({ enum: CATEGORIES })
  @IsIn(CATEGORIES)
  category: Category;

  @IsUUID()
  unitId: string;

  /** Whether it is the one whose standard counts; one at a time. A new one ends the one before. */
  @IsBoolean()
  main: boolean;

  /** First day; left out when it is not known. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsPlainDate()
  from?: string | null;

  /** Last day; left out while it is held. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsPlainDate()
  to?: string | null;
}

export class UpdatePostDto extends PartialType(PostDto, { skipNullProperties: false }) {}

/** Something learned, with its paper. */
export class QualificationDto {
  @ApiProperty({ enum: QUALIFICATION_KINDS })
  @IsIn(QUALIFICATION_KINDS)
  kind: QualificationKind;

  /** A step of the kind's ladder; for languages and computing what the certificate says, e.g. `B1`. */
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  level: string;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  major?: string | null;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsPlainDate()
  obtainedOn?: string | null;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  school?: string | null;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  certificateNumber?: string | null;

  @ApiProperty({ enum: GRADES, nullable: true })
  @IsOptional()
  @IsIn(GRADES)
  classification?: Grade | null;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string | null;
}

export class UpdateQualificationDto extends PartialType(OmitType(QualificationDto, ['kind']), {
  skipNullProperties: false,
}) {}

/** A status that begins on a day and goes on until the next. */
export class StatusDto {
  @ApiProperty({ enum: OFFICIAL_STATUSES })
  @IsIn(OFFICIAL_STATUSES)
  status: OfficialStatus;

  @IsPlainDate()
  from: string;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class UpdateStatusDto extends PartialType(StatusDto, { skipNullProperties: false }) {}

/** A post somebody is planned for. */
export class PlanningDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  title: string;

  @ApiProperty({ enum: CATEGORIES })
  @IsIn(CATEGORIES)
  category: Category;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  /** By when what the post asks for must be met. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsPlainDate()
  mustMeetBy?: string | null;

  /** When the planning was last confirmed. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsPlainDate()
  confirmedOn?: string | null;
}

export class UpdatePlanningDto extends PartialType(PlanningDto, { skipNullProperties: false }) {}

/** What the board keeps about somebody who avoids study. */
export class NoteDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(2000)
  text: string;

  /** Today when left out. */
  @IsOmittable()
  @IsPlainDate()
  notedOn?: string;
}

export class UpdateNoteDto extends PartialType(NoteDto, { skipNullProperties: false }) {}

/** What the person says to a note. */
export class ReplyDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(2000)
  reply: string;

  /** Today when left out. */
  @IsOmittable()
  @IsPlainDate()
  repliedOn?: string;
}

export class RevealDto {
  @ApiProperty({ enum: SECRET_NUMBERS })
  @IsIn(SECRET_NUMBERS)
  number: SecretNumber;

  /** Why the whole number is needed; goes into the trail. */
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  reason: string;
}

export class FindByNumberDto {
  @ApiProperty({ enum: SECRET_NUMBERS })
  @IsIn(SECRET_NUMBERS)
  kind: SecretNumber;

  /** With or without spaces and dots. */
  @IsString()
  @IsNotBlank()
  @MaxLength(40)
  number: string;
}
