import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { ProblemSource } from './problem.source.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { explain } from './rules/explain.js';
import { propose } from './propose.js';
import { solverFor } from './solver/solver.js';

/** What the solver may take for one proposal. */
const SECONDS = 7;

/** Works proposals out. */
@Injectable()
export class SolvingService {
  constructor(
    private readonly queries: ProposalsQueries,
    private readonly proposals: ProposalsRepository,
    private readonly source: ProblemSource,
    private readonly clock: Clock,
  ) {}

  /** Works out a run, unless another was asked for meanwhile. */
  async solve(proposalId: string, run: number): Promise<void> {
    const proposal = await this.queries.forRun(proposalId, run);
    if (!proposal) return;
    const { problem } = await this.source.of(proposal);
    const { placements, price, inOrder, best } = await propose(problem, solverFor(SECONDS));
    const outcomes = problem.classes.map((item) => ({
      courseId: item.id,
      placement: placements.get(item.id) ?? null,
      explanation: explain(problem, placements, item),
    }));
    await this.proposals.finish(proposalId, run, { price, inOrder, best, outcomes }, this.clock.now());
  }
}
