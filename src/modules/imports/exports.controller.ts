import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { workbookFile } from '../../platform/workbooks/write-workbook.js';
import { OfficialsFilter } from '../officials/index.js';
import { ExportsService } from './exports.service.js';
import { OfficialsExportService } from './officials-export.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('imports')
@Controller()
export class ExportsController {
  constructor(
    private readonly lists: ExportsService,
    private readonly people: OfficialsExportService,
  ) {}

  /** The officials that the same conditions list, as a danh sách trích ngang that can be corrected and sent back. */
  @Get('officials/export')
  @ApiProduces(XLSX)
  @Policy('officials.read')
  async officials(@CurrentActor() actor: Actor, @Query() filter: OfficialsFilter): Promise<StreamableFile> {
    return workbookFile(await this.people.file(actor, filter), 'danh-sach-trich-ngang');
  }

  /** Classes that are over and held by units of the caller's subtree, as a list that can be corrected and sent back. */
  @Get('courses/export')
  @ApiProduces(XLSX)
  @Policy('courses.read')
  async courses(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return workbookFile(await this.lists.coursesFile(actor), 'cac-lop-da-mo');
  }

  /** People sent to study before this product was used, as a list that can be corrected and sent back. */
  @Get('placements/export')
  @ApiProduces(XLSX)
  @Policy('officials.read')
  async placements(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return workbookFile(await this.lists.placementsFile(actor), 'cu-di-hoc-llct');
  }
}
