import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { REMINDER_STATES, type ReminderState } from '../reminder.types.js';

export class RemindersQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  courseId?: string;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ enum: REMINDER_STATES, required: false })
  @IsOptional()
  @IsIn(REMINDER_STATES)
  state?: ReminderState;
}
