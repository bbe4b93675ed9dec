import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Messages } from '../../platform/messages/messages.js';
import type { PlacementView, ScheduleItemView, ScheduleProposalView } from './dto/schedule.view.js';
import type { StatedProblem } from './problem.source.js';
import type { ItemRow, ProposalRow } from './proposals.queries.js';
import { type BrokenRule, brokenRules } from './rules/broken-rules.js';
import type { Explanation, Obstacle, Placement } from './schedule.types.js';

/** Classes that are named; the rest are counted. */
const MOST_NAMED = 3;

/** Shows a proposal, with the reasons for each place in the reader's words. */
@Injectable()
export class SchedulePresenter {
  constructor(private readonly messages: Messages) {}

  view({ proposal, stated }: { proposal: ProposalRow; stated: StatedProblem }): ScheduleProposalView {
    const { unitId: _, run: __, items, ...rest } = proposal;
    const broken = proposal.status === 'ready' ? this.broken(items, stated) : [];
    return { ...rest, items: items.map((item) => this.item(item, items, stated, broken)) };
  }

  /** Rules that the places break now, places put by hand included. */
  private broken(items: readonly ItemRow[], { problem }: StatedProblem): BrokenRule[] {
    const placements = new Map(
      items.flatMap(({ course, placement }) => (placement ? [[course.id, placement] as const] : [])),
    );
    return brokenRules({ ...problem, classes: problem.classes.map((item) => ({ ...item, placed: null })) }, placements);
  }

  private item(
    item: ItemRow,
    items: readonly ItemRow[],
    stated: StatedProblem,
    broken: readonly BrokenRule[],
  ): ScheduleItemView {
    const { course, settings, placement, locked, accepted } = item;
    const { id, code, title, capacity, version } = course;
    const { size: _, roomIds: __, unitIds: ___, parts, ...wishes } = settings;
    const clashes = broken.filter(({ classIds }) => classIds.includes(id));
    return {
      ...wishes,
      parts: parts.map((part) => ({ ...part, lecturerIds: part.lecturerIds ? [...part.lecturerIds] : null })),
      audiences: [...settings.audiences],
      units: item.units.map(({ path: ____, ...unit }) => unit),
      course: { id, code, title, capacity, version },
      placement: placement && placementView(placement, stated),
      locked,
      accepted,
      reasons: this.reasons(item, items, stated),
      clashes: clashes.map(({ kind, classIds, day }) =>
        this.messages.text(`schedule.clash.${kind}`, {
          day,
          blackouts: this.blackouts(item, stated, day, day),
          classes: this.named(
            classIds.filter((one) => one !== id),
            items,
          ),
        }),
      ),
    };
  }

  /** Blackouts that keep a class's people away on any of these days, in words; empty when none does. */
  private blackouts(
    { course, units }: ItemRow,
    { facts }: StatedProblem,
    from: PlainDate | null,
    to: PlainDate | null,
  ): string {
    if (from === null || to === null) return '';
    const kept = new Set([...course.unitIds, ...units.flatMap(({ path }) => path)]);
    const met = facts.blackouts.filter((one) => kept.has(one.unitId) && one.from <= to && one.to >= from);
    const told = met.slice(0, MOST_NAMED).map((one) => this.messages.text('schedule.blackout', { ...one }));
    return told.join('; ');
  }

  private reasons(item: ItemRow, items: readonly ItemRow[], stated: StatedProblem): string[] {
    const { explanation, locked, placement } = item;
    if (locked) return [this.messages.text('schedule.locked')];
    if (!explanation) return placement ? [this.messages.text('schedule.byHand')] : [];
    const reasons = explanation.against.map(({ wish, units }) =>
      this.messages.text(`schedule.wish.${wish}`, { units }),
    );
    if (explanation.hindrance) reasons.push(this.messages.text(`schedule.hindrance.${explanation.hindrance}`));
    reasons.push(...this.narrowed(item, stated, explanation.hindrance === 'window'));
    if (explanation.forgone) reasons.push(this.forgone(explanation.forgone, items, stated));
    return reasons.length > 0 ? reasons : [this.messages.text('schedule.asHoped')];
  }

  /** Blackouts that stand behind a reason: on the day hoped for, or in a window that does not hold enough days. */
  private narrowed(item: ItemRow, stated: StatedProblem, window: boolean): string[] {
    const { from, to, wishedOn } = item.settings;
    const inWindow = window ? this.blackouts(item, stated, from, to) : '';
    if (inWindow !== '') return [this.messages.text('schedule.narrowedBy', { blackouts: inWindow })];
    const onWished = this.blackouts(item, stated, wishedOn, wishedOn);
    return onWished === ''
      ? []
      : [this.messages.text('schedule.wishedBlackout', { day: wishedOn, blackouts: onWished })];
  }

  private forgone(
    { opensOn, obstacles }: NonNullable<Explanation['forgone']>,
    items: readonly ItemRow[],
    stated: StatedProblem,
  ): string {
    return this.messages.text('schedule.forgone', {
      day: opensOn,
      obstacles: obstacles.map((obstacle) => this.obstacle(obstacle, items, stated)).join('; '),
    });
  }

  private obstacle({ kind, id, classIds }: Obstacle, items: readonly ItemRow[], { facts }: StatedProblem): string {
    const lecturer = facts.lecturers.find((one) => one.id === id)?.fullName;
    const key = kind === 'lecturer' && lecturer === undefined ? 'lecturers' : kind;
    return this.messages.text(`schedule.obstacle.${key}`, {
      lecturer,
      audience: id,
      classes: this.named(classIds, items),
    });
  }

  private named(ids: readonly string[], items: readonly ItemRow[]): string {
    const codes = ids.flatMap((id) => items.find(({ course }) => course.id === id)?.course.code ?? []);
    const more = codes.length - MOST_NAMED;
    const named = codes.slice(0, MOST_NAMED).join(', ');
    return more > 0 ? this.messages.text('schedule.andMore', { named, more }) : named;
  }
}

function placementView({ days, roomId, lecturerIds }: Placement, { facts }: StatedProblem): PlacementView {
  const room = facts.rooms.find(({ id }) => id === roomId);
  return {
    days: days as PlainDate[],
    room: room ? { id: room.id, name: `${room.name}, ${room.venue}` } : null,
    lecturers: lecturerIds.map((id) => {
      const lecturer = facts.lecturers.find((one) => one.id === id);
      return lecturer ? { id: lecturer.id, fullName: lecturer.fullName } : null;
    }),
  };
}
