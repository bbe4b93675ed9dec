import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { NoteDto, ReplyDto, UpdateNoteDto } from './dto/record.dto.js';
import { NoteView } from './dto/record.view.js';
import { NotesService } from './notes.service.js';

/** Notes of the board, with replies. The version is that of the whole record. */
@ApiTags('officials')
@Controller('officials/:id/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Post()
  @Policy('officials.manageNotes')
  add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: NoteDto): Promise<NoteView> {
    return this.notes.add(actor, id, dto);
  }

  @Patch(':noteId')
  @Policy('officials.manageNotes')
  @TakesIfMatch()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('noteId', IdPipe) noteId: string,
    @Body() dto: UpdateNoteDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<NoteView> {
    return this.notes.change(actor, id, noteId, { dto, version: readVersion(ifMatch) });
  }

  @Delete(':noteId')
  @HttpCode(204)
  @Policy('officials.manageNotes')
  @TakesIfMatch()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('noteId', IdPipe) noteId: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.notes.remove(actor, id, noteId, readVersion(ifMatch));
  }

  /** What the person says to the note. */
  @Post(':noteId/reply')
  @HttpCode(200)
  @Policy('officials.manageNotes')
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('noteId', IdPipe) noteId: string,
    @Body() dto: ReplyDto,
  ): Promise<NoteView> {
    return this.notes.reply(actor, id, noteId, dto);
  }
}
