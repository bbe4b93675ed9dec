import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { ProgramPage, ProgramVersions, ProgramView } from './dto/program.view.js';
import { ProgramsQueries } from './programs.queries.js';

/** The catalogue of training; the same for everyone. */
@Injectable()
export class ProgramsService {
  constructor(
    private readonly queries: ProgramsQueries,
    private readonly clock: Clock,
  ) {}

  /** All programs as they are on a day (today when left out), in the catalogue's order: one page, since there are few. */
  async list(day: PlainDate = this.today()): Promise<ProgramPage> {
    const items = await this.queries.list(day);
    return { items, next: null, total: items.length };
  }

  /** One program as it is on a day. @param path the input field that names it. @throws NotFound */
  async get(id: string, path = 'id', day: PlainDate = this.today()): Promise<ProgramView> {
    const [program] = await this.queries.list(day, id);
    if (!program) throw new NotFound(path);
    return program;
  }

  /** What a program was, is and will be, and who changed it. @throws NotFound */
  async versions(id: string): Promise<ProgramVersions> {
    await this.get(id);
    const [items, steps] = await Promise.all([this.queries.versions(id), this.queries.steps(id)]);
    return { items, steps };
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}
