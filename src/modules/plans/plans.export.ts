import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { LINE_NUMBER, type ListColumn, ListExports } from '../units/index.js';
import type { FollowedLine, PlanView } from './dto/plan.view.js';
import { PlansService } from './plans.service.js';

type Row = Pick<FollowedLine, 'classes' | 'trainees'> & Partial<FollowedLine>;

const MONTHS_OF_A_QUARTER = 3;

/** A plan in the layout of an office: number, program, unit, classes, trainees, time, note. */
@Injectable()
export class PlansExport {
  constructor(
    private readonly plans: PlansService,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  /** @throws NotFound */
  async file(actor: Actor, id: string, number?: number): Promise<StreamableFile> {
    const plan = await this.plans.get(actor, id, number);
    const years = plan.kind === 'year' ? `${plan.firstYear}` : `${plan.firstYear}–${plan.lastYear}`;
    return this.lists.file<Row>(actor, {
      name: `plan-${plan.kind}`,
      facts: { years },
      rows: plan.lines,
      total: plan.planned,
      closing: [this.document(plan), this.messages.text('list.planTurns')],
      columns: this.columns(plan),
    });
  }

  private columns({ unit: holder }: PlanView): ListColumn<Row>[] {
    return [
      LINE_NUMBER,
      { heading: 'program', width: 44, value: ({ program }) => program?.name ?? null },
      {
        heading: 'unit',
        width: 30,
        value: ({ unit }) =>
          unit === undefined ? null : unit.id === holder.id ? this.messages.text('plan.allUnits') : unit.name,
      },
      { heading: 'planClasses', width: 10, value: ({ classes }) => classes },
      { heading: 'planTrainees', width: 12, value: ({ trainees }) => trainees },
      { heading: 'planTime', width: 24, value: (row) => this.time(row) },
      { heading: 'note', width: 40, value: ({ note }) => note ?? null },
    ];
  }

  /** e.g. "Quý III", "Tháng 5", "Từ tháng 2 đến tháng 6". */
  private time({ firstMonth, lastMonth }: Row): string | null {
    if (firstMonth == null || lastMonth == null) return null;
    if (firstMonth === lastMonth) return this.messages.text('plan.month', { month: firstMonth });
    const quarter = lastMonth / MONTHS_OF_A_QUARTER;
    if (lastMonth - firstMonth === MONTHS_OF_A_QUARTER - 1 && Number.isInteger(quarter))
      return this.messages.text('plan.quarter', { quarter: ['I', 'II', 'III', 'IV'][quarter - 1] });
    return this.messages.text('plan.months', { first: firstMonth, last: lastMonth });
  }

  private document({ shown }: PlanView): string {
    return shown.state === 'draft'
      ? this.messages.text('list.planDraft')
      : this.messages.text('list.planDocument', {
          number: shown.documentNumber,
          date: shown.documentDate,
          signer: shown.signer,
        });
  }
}
