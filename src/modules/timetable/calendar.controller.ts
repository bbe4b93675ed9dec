import { Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy, Public } from '../../platform/access/policy.js';
import { CalendarService } from './calendar.service.js';
import { CalendarAddressView, MadeCalendarAddress } from './dto/calendar.view.js';

@ApiTags('timetable')
@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  /** Whether the caller has an address for calendar programs, and when it was last read. */
  @Get('calendar-address')
  @Policy('timetable.read')
  address(@CurrentActor() actor: Actor): Promise<CalendarAddressView> {
    return this.calendar.address(actor);
  }

  /** Makes one; the one before stops to work. */
  @Post('calendar-address')
  @Policy('timetable.read')
  make(@CurrentActor() actor: Actor): Promise<MadeCalendarAddress> {
    return this.calendar.make(actor);
  }

  @Delete('calendar-address')
  @HttpCode(204)
  @Policy('timetable.read')
  revoke(@CurrentActor() actor: Actor): Promise<void> {
    return this.calendar.revoke(actor);
  }

  /** The timetable of the address's owner as RFC 5545. */
  @Get('calendar/:token.ics')
  @Public('Calendar programs cannot log in; the address itself is the secret')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  file(@Param('token') token: string): Promise<string> {
    return this.calendar.file(token);
  }
}
