import { Injectable } from '@nestjs/common';
import { AskedPapersService } from '../papers/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** Long courses ask for papers; short ones for none. */
const ASKING = ['TC', 'CC'];

/** Which papers the programs of the demo ask for. */
@Injectable()
export class DemoPapers {
  constructor(private readonly asked: AskedPapersService) {}

  async load(district: DemoDistrict): Promise<void> {
    for (const code of ASKING) {
      const { id } = known(district.programs.get(code), code);
      await this.asked.ask(district.actor('board'), id, ['application', 'cv', 'degree', 'health']);
    }
  }
}
