import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError, InvalidInput } from '../../platform/http/domain-error.js';

/** A unit has one plan for the same years; another wish is a revision of that. */
export class PlanExists extends DomainError {
  readonly code = 'plan-exists';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'firstYear', rule: 'planOncePerYears' }]);
  }
}

/** What was approved stays as it is; changes need a revision. */
export class PlanApproved extends DomainError {
  readonly code = 'plan-approved';
  readonly status = 409;
}

/** A revision is being written already. */
export class DraftExists extends DomainError {
  readonly code = 'plan-draft-exists';
  readonly status = 409;
}

/** Only a version in force can be revised, and only its lines have classes opened for them. */
export class PlanNotInForce extends DomainError {
  readonly code = 'plan-not-in-force';
  readonly status = 409;
}

/** A plan without a line says nothing. */
export class PlanEmpty extends DomainError {
  readonly code = 'plan-empty';
  readonly status = 409;
}

/** A program has one line for each unit. */
export class LineExists extends DomainError {
  readonly code = 'plan-line-exists';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'unitId', rule: 'planLineOnce' }]);
  }
}

/** A class counts by hand for one plan alone. */
export class CourseInOtherPlan extends DomainError {
  readonly code = 'course-in-other-plan';
  readonly status = 409;
}

onConstraint('plan_once_per_unit_and_years', () => new PlanExists());
onConstraint('plan_has_one_draft_at_a_time', () => new DraftExists());
onConstraint('plan_version_once_per_number', () => new DraftExists());
onConstraint('plan_line_once_per_program_and_unit', () => new LineExists());
onConstraint('plan_of_one_year_or_of_several', () => new InvalidInput([{ path: 'lastYear', rule: 'tenYearsAtMost' }]));
onConstraint('plan_line_months_are_in_order', () => new InvalidInput([{ path: 'lastMonth', rule: 'monthsInOrder' }]));
onConstraint('approved_plan_never_changes', () => new PlanApproved());
