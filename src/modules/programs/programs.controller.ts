import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ProgramPage, ProgramView } from './dto/program.view.js';
import { ProgramsService } from './programs.service.js';

@ApiTags('programs')
@Controller('programs')
@Policy('programs.read')
export class ProgramsController {
  constructor(private readonly programs: ProgramsService) {}

  @Get()
  list(): Promise<ProgramPage> {
    return this.programs.list();
  }

  @Get(':id')
  get(@Param('id', IdPipe) id: string): Promise<ProgramView> {
    return this.programs.get(id);
  }
}
