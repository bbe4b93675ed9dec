import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import type { RecordHistory } from './dto/record.view.js';
import { OfficialRecords } from './official-records.js';

/** Steps that tell of what only some may see, and the ability it takes. */
const CLOSED: readonly [prefix: string, ability: string][] = [
  ['official.planning-', 'officials.managePlannings'],
  ['official.note-', 'officials.manageNotes'],
];

/** What was done to a record, and who looked at it. */
@Injectable()
export class RecordHistoryService {
  constructor(
    private readonly records: OfficialRecords,
    private readonly audit: Audit,
  ) {}

  /** The trail of one official, newest first, without what the reader may not know of. @throws NotFound */
  async of(actor: Actor, officialId: string): Promise<RecordHistory> {
    await this.records.find(actor, officialId);
    const hidden = CLOSED.filter(([, ability]) => !mayRole(actor.role, ability));
    const steps = await this.audit.historyOf(officialId);
    return {
      items: steps.filter(({ action }) => !hidden.some(([prefix]) => action.startsWith(prefix))).reverse(),
    };
  }
}
