import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { BulkChangeService } from './bulk-change.service.js';
import { BulkChangeDto } from './dto/bulk-change.dto.js';
import { BulkChangeView, BulkUndoView } from './dto/bulk-change.view.js';

@ApiTags('officials')
@Controller('officials/bulk')
@Policy('officials.manage')
export class BulkChangeController {
  constructor(private readonly changes: BulkChangeService) {}

  /** One change for many officials, in one transaction; with `preview` it only says what it would do. */
  @Post()
  @HttpCode(200)
  change(@CurrentActor() actor: Actor, @Body() dto: BulkChangeDto): Promise<BulkChangeView> {
    return this.changes.change(actor, dto);
  }

  /** Takes such a change back, as long as nobody has changed those officials since. */
  @Post(':id/undo')
  @HttpCode(200)
  undo(@CurrentActor() actor: Actor, @Param('id', IdPipe) operationId: string): Promise<BulkUndoView> {
    return this.changes.undo(actor, operationId);
  }
}
