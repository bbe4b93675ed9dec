import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { AccountsQueries } from '../identity/index.js';
import { nominationEntry } from '../nominations/index.js';
import { NotificationsService } from '../notifications/index.js';
import type { CellProposalView } from './dto/proposal.view.js';

interface Told {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** What proposals leave behind: the trail, and messages to the other side. Messages name nobody. */
@Injectable()
export class ProposalsTrail {
  constructor(
    private readonly audit: Audit,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
  ) {}

  async made(actor: Actor, course: Told, unitId: string, ids: readonly string[], interest: boolean): Promise<void> {
    const action = interest ? 'proposal.interest' : 'proposal.proposed';
    await this.audit.record(
      ...ids.map((id) => ({
        actor,
        action,
        subjectType: 'proposal',
        subjectId: id,
        unitId: actor.unitId,
        data: { course: course.code },
      })),
    );
    if (interest) return;
    await this.tell(unitId, ['committee', 'board'], 'made', course, { cell: actor.displayName, count: ids.length });
  }

  /** Somebody asked to be sent themselves: their cell, or their unit where they have none, is told that there is a wish. */
  async wished(
    actor: Actor,
    course: Told,
    { cellId, unitId }: { cellId: string; unitId: string },
    ids: readonly string[],
  ): Promise<void> {
    await this.audit.record(
      ...ids.map((id) => ({
        actor,
        action: 'proposal.wished',
        subjectType: 'proposal',
        subjectId: id,
        unitId: cellId,
        data: { course: course.code },
      })),
    );
    for (const told of new Set([cellId, unitId])) await this.tell(told, ['cell', 'committee'], 'wished', course, {});
  }

  async wishWithdrawn(actor: Actor, course: Told, id: string): Promise<void> {
    const { unitId } = actor;
    const entry = { actor, action: 'proposal.wishWithdrawn', subjectType: 'proposal', subjectId: id, unitId };
    await this.audit.record({ ...entry, data: { course: course.code } });
  }

  async answered(actor: Actor, course: Told, unitId: string, data: Record<string, unknown>): Promise<void> {
    const entry = {
      actor,
      action: 'course.cellAnswered',
      subjectType: 'course',
      subjectId: course.id,
      unitId: actor.unitId,
    };
    await this.audit.record({ ...entry, data });
    await this.tell(unitId, ['committee', 'board'], 'answered', course, { cell: actor.displayName });
  }

  async stepped(
    actor: Actor,
    { id, course, cell, state }: CellProposalView,
    to: string,
    reason: string | null,
  ): Promise<void> {
    await this.audit.record({
      actor,
      action: `proposal.${to}`,
      subjectType: 'proposal',
      subjectId: id,
      unitId: cell.id,
      data: { before: { state }, after: { state: to }, ...(reason && { reason }) },
    });
    if (to === 'returned' || to === 'declined') await this.tell(cell.id, ['cell'], to, course, {});
  }

  /** Endorsed people are told of on the nomination too, so that its timeline begins with the cell. */
  async endorsed(actor: Actor, made: readonly { proposal: CellProposalView; nominationId: string }[]): Promise<void> {
    if (made.length === 0) return;
    await this.audit.record(
      ...made.flatMap(({ proposal, nominationId }) => [
        {
          actor,
          action: 'proposal.endorsed',
          subjectType: 'proposal',
          subjectId: proposal.id,
          unitId: proposal.cell.id,
          data: { nominationId },
        },
        nominationEntry(
          actor,
          'nomination.endorsed',
          { id: nominationId, unitId: proposal.unit.id },
          { cell: proposal.cell.code, rank: proposal.position },
        ),
      ]),
    );
    for (const cellId of new Set(made.map(({ proposal }) => proposal.cell.id))) {
      const own = made.filter(({ proposal }) => proposal.cell.id === cellId);
      const [first] = own;
      if (first) await this.tell(cellId, ['cell'], 'endorsed', first.proposal.course, { count: own.length });
    }
  }

  private async tell(
    unitId: string,
    roles: readonly string[],
    what: string,
    course: Told,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.notifications.tell(await this.accounts.recipientsOf(unitId, roles), {
      causeId: newId(),
      kind: `proposals.${what}`,
      facts: { course: course.code, title: course.title, ...facts },
      link: `/lop/${course.id}/de-xuat`,
    });
  }
}
