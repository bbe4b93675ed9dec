import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { WishDto } from './dto/proposal.dto.js';
import { WishableClasses } from './dto/proposal.view.js';
import { WishesService } from './wishes.service.js';

@ApiTags('own')
@Controller('own')
@Policy('proposals.wish')
export class WishesController {
  constructor(private readonly wishes: WishesService) {}

  /** Open classes that call the reader's unit. */
  @Get('classes')
  classes(@CurrentActor() actor: Actor): Promise<WishableClasses> {
    return this.wishes.classes(actor);
  }

  /** Asks to be sent to an open class. */
  @Post('wishes')
  wish(@CurrentActor() actor: Actor, @Body() dto: WishDto): Promise<WishableClasses> {
    return this.wishes.wish(actor, dto);
  }

  /** Takes one's own wish back, as long as nobody has taken it up. */
  @Post('wishes/:id/withdraw')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<WishableClasses> {
    return this.wishes.withdraw(actor, id);
  }
}
