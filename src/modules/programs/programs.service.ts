import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { ProgramPage, ProgramView } from './dto/program.view.js';
import { ProgramEntity } from './program.entity.js';

/** The catalogue of training; the same for everyone. */
@Injectable()
export class ProgramsService {
  constructor(private readonly db: Database) {}

  /** All programs, in the catalogue's order: one page, since there are few. */
  async list(): Promise<ProgramPage> {
    const programs = await this.db.repository(ProgramEntity).find({ order: { position: 'ASC' } });
    return { items: programs.map(toView), next: null, total: programs.length };
  }

  /** One program. @param path the input field that names it. @throws NotFound */
  async get(id: string, path = 'id'): Promise<ProgramView> {
    const program = await this.db.repository(ProgramEntity).findOneBy({ id });
    if (!program) throw new NotFound(path);
    return toView(program);
  }
}

const toView = ({ id, code, name, kind, needsQuota, confersLlctLevel }: ProgramEntity): ProgramView => ({
  id,
  code,
  name,
  kind,
  needsQuota,
  confersLlctLevel,
});
