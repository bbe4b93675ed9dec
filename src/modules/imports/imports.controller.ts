import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ApiUpload, UploadedFile, type Upload } from '../../platform/http/upload.js';
import { ApplyImportDto, ImportLayoutDto, ImportRowsQuery, ImportsQuery } from './dto/import.dto.js';
import { ImportPage, ImportRowPage, ImportView } from './dto/import.view.js';
import { ImportFilesService } from './import-files.service.js';
import { IMPORT_KINDS } from './import.types.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly files: ImportFilesService,
  ) {}

  /** Imports of the caller's subtree, the newest first. */
  @Get()
  @Policy('imports.use')
  list(@CurrentActor() actor: Actor, @Query() query: ImportsQuery): Promise<ImportPage> {
    return this.imports.list(actor, query);
  }

  /** Takes a workbook in (xlsx, xls, ods, csv); it is read in the background: look at its `status` and `progress`. */
  @Post()
  @ApiUpload({ kind: IMPORT_KINDS })
  @Policy('imports.use')
  create(@CurrentActor() actor: Actor, @UploadedFile() upload: Upload): Promise<ImportView> {
    return this.imports.create(actor, upload);
  }

  /** An empty workbook with the columns that a kind of import reads. */
  @Get('templates/:kind')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Policy('imports.use')
  template(@Param('kind') kind: string): Promise<StreamableFile> {
    return this.files.template(kind);
  }

  @Get(':id')
  @Policy('imports.use')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ImportView> {
    return this.imports.get(actor, id);
  }

  /** Rows as they compare to what is recorded, in the order of the file. */
  @Get(':id/rows')
  @Policy('imports.use')
  rows(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ImportRowsQuery,
  ): Promise<ImportRowPage> {
    return this.imports.rows(actor, id, query);
  }

  /** The rows that are not sound as a workbook: where each stands, and why. */
  @Get(':id/report')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Policy('imports.use')
  report(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.files.report(actor, id);
  }

  /** Maps the columns by hand; the file is then read again. Remembered for the next file that looks the same. */
  @Put(':id/layout')
  @Policy('imports.use')
  remap(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ImportLayoutDto,
  ): Promise<ImportView> {
    return this.imports.remap(actor, id, dto);
  }

  /** Writes what the preview shows, in one transaction, in the background: look at its `status` and `progress`. */
  @Post(':id/apply')
  @HttpCode(202)
  @Policy('imports.use')
  apply(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ApplyImportDto,
  ): Promise<ImportView> {
    return this.imports.apply(actor, id, dto);
  }

  /** Takes back all that an import wrote, as long as nothing rests on it. */
  @Post(':id/undo')
  @HttpCode(200)
  @Policy('imports.use')
  undo(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ImportView> {
    return this.imports.undo(actor, id);
  }

  /** Forgets an import with its file and rows; one that stands applied must be undone first. */
  @Delete(':id')
  @HttpCode(204)
  @Policy('imports.use')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.imports.remove(actor, id);
  }
}
