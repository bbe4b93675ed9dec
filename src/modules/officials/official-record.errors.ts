import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** Another main post is held in the same time. */
export class MainPostsOverlap extends DomainError {
  readonly code = 'main-posts-overlap';
  readonly status = 409;
}

/** Another status of the person begins on that day. */
export class StatusBeginsThatDay extends DomainError {
  readonly code = 'status-begins-that-day';
  readonly status = 409;
}

/** A person always has a status: the only one can be changed, not taken out. */
export class OnlyStatus extends DomainError {
  readonly code = 'only-status';
  readonly status = 409;
}

/** The number stands in the record of somebody else, perhaps in a unit that the caller does not see. */
export class NumberTaken extends DomainError {
  readonly code = 'number-taken';
  readonly status = 409;
  /** @param path the field with the number. */
  constructor(path: string) {
    super({}, [{ path, rule: 'ofOnePerson' }]);
  }
}

/** No such number is recorded, so none can be shown. */
export class NoNumber extends DomainError {
  readonly code = 'no-number';
  readonly status = 409;
}

/** The number was sealed with a data key that this installation no longer has. */
export class NumberUnreadable extends DomainError {
  readonly code = 'number-unreadable';
  readonly status = 409;
}

/** The account is linked with somebody else's record. */
export class AccountOfAnother extends DomainError {
  readonly code = 'account-of-another';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'accountId', rule: 'accountOfNobody' }]);
  }
}

/** Nobody unlinks the account they act by. */
export class OwnAccountStays extends DomainError {
  readonly code = 'own-account-stays';
  readonly status = 409;
}

onConstraint('official_one_main_post_at_a_time', () => new MainPostsOverlap());
onConstraint('official_one_status_at_a_time', () => new StatusBeginsThatDay());
onConstraint('official_citizen_id_once', () => new NumberTaken('citizenId'));
onConstraint('official_party_card_once', () => new NumberTaken('partyCard'));
