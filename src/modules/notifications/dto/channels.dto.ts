import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPhone } from '../../../platform/secrets/phone-numbers.js';
import {
  DELIVERY_STATES,
  type DeliveryState,
  OFFICE_CHANNELS,
  type OfficeChannel,
  OUTWARD_CHANNELS,
  type OutwardChannel,
} from '../channel.types.js';

const LONGEST_ADDRESS = 200;
const LONGEST_PHONE = 30;
const MOST_A_MINUTE = 6000;
const LONGEST_ENDPOINT = 1000;

export class PreferencesDto {
  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(OUTWARD_CHANNELS, { each: true })
  calls: OutwardChannel[];

  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(OUTWARD_CHANNELS, { each: true })
  requests: OutwardChannel[];

  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(OUTWARD_CHANNELS, { each: true })
  news: OutwardChannel[];

  /** Each channel once. */
  @ApiProperty({ enum: OUTWARD_CHANNELS, isArray: true })
  @IsArray()
  @ArrayMinSize(OUTWARD_CHANNELS.length)
  @ArrayUnique()
  @IsIn(OUTWARD_CHANNELS, { each: true })
  order: OutwardChannel[];
}

/** What is left out stays; null takes it away. An address that is sent counts as good again, even if its mail came back. */
export class ContactDto {
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsEmail()
  @MaxLength(LONGEST_ADDRESS)
  email?: string | null;

  /** As people write it; kept in E.164. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsPhone()
  @MaxLength(LONGEST_PHONE)
  phone?: string | null;
}

export class UnitContactDto extends ContactDto {
  @ApiProperty({ enum: OFFICE_CHANNELS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(OFFICE_CHANNELS, { each: true })
  calls: OfficeChannel[];

  @ApiProperty({ enum: OFFICE_CHANNELS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(OFFICE_CHANNELS, { each: true })
  requests: OfficeChannel[];

  @ApiProperty({ enum: OFFICE_CHANNELS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(OFFICE_CHANNELS, { each: true })
  news: OfficeChannel[];
}

export class ChannelPaceDto {
  /** Messages in a minute; null: as many as there are. */
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: MOST_A_MINUTE })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_A_MINUTE)
  perMinute: number | null;
}

export class DeliveriesQuery extends PageQuery {
  @ApiProperty({ enum: DELIVERY_STATES, required: false })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @ApiProperty({ enum: OUTWARD_CHANNELS, required: false })
  @IsOptional()
  @IsIn(OUTWARD_CHANNELS)
  channel?: OutwardChannel;
}

export class DeviceKeysDto {
  @IsString()
  @Matches(/^[\w-]{87}=?$/)
  p256dh: string;

  @IsString()
  @Matches(/^[\w-]{22}={0,2}$/)
  auth: string;
}

/** What a browser says when it subscribes. */
export class DeviceDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_ENDPOINT)
  endpoint: string;

  @IsObject()
  @ValidateNested()
  @Type(() => DeviceKeysDto)
  keys: DeviceKeysDto;

  /** What the reader knows the device by. */
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  device: string;
}
