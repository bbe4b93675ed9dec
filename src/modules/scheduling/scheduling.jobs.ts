import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { solvingWanted } from './scheduling.topics.js';
import { SolvingService } from './solving.service.js';

@Injectable()
export class SchedulingJobs {
  constructor(private readonly solving: SolvingService) {}

  @Handles(solvingWanted)
  solve({ proposalId, run }: { proposalId: string; run: number }): Promise<void> {
    return this.solving.solve(proposalId, run);
  }
}
