/** A file that is not read, and why; crosses to the parent as plain data. */
export class Refused extends Error {
  constructor(reason, facts = {}) {
    super(reason);
    this.reason = reason;
    this.facts = facts;
  }
}
