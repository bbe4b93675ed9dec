import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Role } from '../../../platform/access/actor.js';
import { mayRole } from '../../../platform/access/policy.js';
import { UnitsQueries } from '../../units/index.js';
import type { ImportKind } from '../import.types.js';
import { CoursesTarget } from './courses.target.js';
import { OfficialsTarget } from './officials.target.js';
import { PlacementsTarget } from './placements.target.js';
import type { ImportTarget, TargetSession } from './target.js';

/** Units above those in which people work: a row must name one below. */
const ABOVE = ['province-committee', 'district-committee'];

/** The three kinds of things that workbooks bring in. */
@Injectable()
export class TargetRegistry {
  private readonly targets: Readonly<Record<ImportKind, ImportTarget>>;

  constructor(
    officials: OfficialsTarget,
    courses: CoursesTarget,
    placements: PlacementsTarget,
    private readonly units: UnitsQueries,
  ) {
    this.targets = { officials, courses, placements };
  }

  /** Begins to hold a file against what is recorded in a unit's part of the tree, with the rights of who handed it in. */
  async open(
    { kind, unitId, createdByRole }: { kind: ImportKind; unitId: string; createdByRole: Role },
    today: PlainDate,
  ): Promise<TargetSession> {
    const unit = await this.units.find(unitId, unitId);
    const homeUnitId = unit && !ABOVE.includes(unit.kind) ? unitId : null;
    const mayConfirmPlannings = mayRole(createdByRole, 'officials.managePlannings');
    return this.targets[kind].open({ unitId, homeUnitId, today, mayConfirmPlannings });
  }
}
