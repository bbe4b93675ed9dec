import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { IsInstant } from '../instant.validator.js';

export class CreateSessionDto {
  /** When it begins: an instant with its offset, e.g. `2026-03-02T07:30:00+07:00`. */
  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  roomId?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  lecturerId?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  subject?: string | null;

  /** Why a room is taken that has fewer seats than the class. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  smallRoomReason?: string | null;
}

/** What is left out stays as it is; null takes the room, the lecturer or the subject away. */
export class UpdateSessionDto {
  @IsOmittable()
  @IsInstant()
  startsAt?: string;

  @IsOmittable()
  @IsInstant()
  endsAt?: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  roomId?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  lecturerId?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  subject?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  smallRoomReason?: string | null;
}

/** A session as it would be. */
export class CheckSessionDto extends CreateSessionDto {
  /** The session that would move, so that it does not stand in its own way. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

/** Which sessions: of the days from one to another, both included. */
export class SessionsQuery {
  @IsPlainDate()
  from: string;

  @IsPlainDate()
  to: string;

  @IsOptional()
  @IsUUID()
  roomId?: string;

  @IsOptional()
  @IsUUID()
  lecturerId?: string;

  @IsOptional()
  @IsUUID()
  programId?: string;

  /** Classes held by units of this one's part of the tree. */
  @IsOptional()
  @IsUUID()
  unitId?: string;
}
