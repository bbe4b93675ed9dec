import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { CoursesService } from '../courses/index.js';
import { ProgramsService } from '../programs/index.js';
import type { PolicyScopeQuery, ReminderPolicyDto } from './dto/reminder-policy.dto.js';
import type { ReminderPolicyView, TriggerView } from './dto/reminder-policy.view.js';
import { PoliciesRepository, type PolicyScope } from './policies.repository.js';
import { policyChanged, standingChanged } from './reminders.topics.js';
import { CHANNELS, type Trigger, TRIGGERS } from './reminder.types.js';
import { openingOf, policyFaults, type ReminderPolicy, SHIPPED_POLICY } from './rules/reminder-policy.js';
import { stageKey, TRIGGER_RULES } from './rules/triggers.js';

/** When units are pressed: the board's default, a program's own, a class's own. The nearest one counts. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly policies: PoliciesRepository,
    private readonly courses: CoursesService,
    private readonly programs: ProgramsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The policy in force for a class, a program, or all. @throws NotFound, InvalidInput */
  async get(actor: Actor, query: PolicyScopeQuery): Promise<ReminderPolicyView> {
    const { scope, editable } = await this.scopeOf(actor, query);
    const [nearest] = await this.policies.keptFor(scope);
    const own = nearest?.source === levelOf(scope);
    return {
      source: nearest?.source ?? 'shipped',
      own,
      version: own ? nearest.version : 0,
      ...viewOf(nearest ?? SHIPPED_POLICY),
      channels: [...CHANNELS],
      triggers: TRIGGERS.map(triggerView),
      paused: scope.courseId !== null && (await this.policies.isPaused(scope.courseId)),
      canEdit: editable && mayRole(actor.role, 'reminders.manage'),
    };
  }

  /**
   * Sets a policy and plans what is still to come by it anew.
   * @param version that was read; 0 when the thing had no policy of its own. Left out: whatever is there is replaced.
   * @throws NotFound, InvalidInput, StaleVersion
   */
  @Transactional()
  async set(
    actor: Actor,
    query: PolicyScopeQuery,
    dto: ReminderPolicyDto,
    version?: number,
  ): Promise<ReminderPolicyView> {
    const scope = await this.editableScope(actor, query);
    const policy = policyOf(dto);
    const current = await this.get(actor, query);
    if (version !== undefined && version !== current.version) throw new StaleVersion();
    const now = this.clock.now();
    const kept = current.own
      ? await this.policies.change(scope, current.version, policy, actor.accountId, now)
      : await this.policies.create(scope, policy, actor.accountId, now);
    if (!kept) throw new StaleVersion();
    await this.changed(actor, scope, 'reminders.policySet');
    return this.get(actor, query);
  }

  /** Takes a policy of its own away, so that what stands above counts again. @throws NotFound, StaleVersion */
  @Transactional()
  async remove(actor: Actor, query: PolicyScopeQuery, version?: number): Promise<void> {
    const scope = await this.editableScope(actor, query);
    const current = await this.get(actor, query);
    if (!current.own) throw new NotFound('courseId');
    if (version !== undefined && version !== current.version) throw new StaleVersion();
    await this.policies.remove(scope);
    await this.changed(actor, scope, 'reminders.policyRemoved');
  }

  private async changed(actor: Actor, scope: PolicyScope, action: string): Promise<void> {
    const courseIds = await this.policies.openCourses(scope);
    await this.outbox.announce(policyChanged, ...courseIds.map((courseId) => ({ courseId })));
    await this.outbox.announce(standingChanged, {});
    await this.audit.record({
      actor,
      action,
      subjectType: scope.courseId ? 'course' : scope.programId ? 'program' : 'unit',
      subjectId: scope.courseId ?? scope.programId ?? actor.unitId,
      unitId: actor.unitId,
      data: { classes: courseIds.length },
    });
  }

  private async editableScope(actor: Actor, query: PolicyScopeQuery): Promise<PolicyScope> {
    const { scope, editable } = await this.scopeOf(actor, query);
    if (!editable) throw new NotFound('courseId');
    return scope;
  }

  private async scopeOf(
    actor: Actor,
    { programId = null, courseId = null }: { programId?: string | null; courseId?: string | null },
  ): Promise<{ scope: PolicyScope; editable: boolean }> {
    if (programId !== null && courseId !== null)
      throw new InvalidInput([{ path: 'programId', rule: 'classOrProgram' }]);
    if (programId !== null) await this.programs.get(programId, 'programId');
    const course = courseId === null ? null : await this.courses.get(actor, courseId, 'courseId');
    return { scope: { programId, courseId }, editable: course === null || course.can.edit };
  }
}

/** The policy that a form describes. @throws InvalidInput naming what cannot be. */
export function policyOf({ stages, sendAt, opensAt, closesAt, maxPerDay }: ReminderPolicyDto): ReminderPolicy {
  const policy: ReminderPolicy = {
    stages: stages.map(({ trigger = 'deadline', workingDays, to, channels, text }) => ({
      ...{ trigger, workingDays, to, channels },
      text: text ?? null,
    })),
    sendAt,
    opensAt,
    closesAt,
    maxPerDay,
  };
  const faults = policyFaults(policy);
  if (faults.length > 0) throw new InvalidInput(faults);
  return policy;
}

const levelOf = ({ programId, courseId }: PolicyScope): string =>
  courseId !== null ? 'course' : programId !== null ? 'program' : 'default';

/** With the call itself, which a policy that does not speak of it sends as it is shipped. */
const viewOf = (policy: ReminderPolicy) => {
  const { stages, sendAt, opensAt, closesAt, maxPerDay } = policy;
  return {
    stages: [openingOf(policy), ...stages.filter(({ trigger }) => trigger !== 'opening')]
      .sort((one, other) => order(one.trigger) - order(other.trigger) || one.workingDays - other.workingDays)
      .map(({ trigger, workingDays, to, channels, text }) => ({
        trigger,
        workingDays,
        key: stageKey(trigger, workingDays),
        to: [...to],
        channels: [...channels],
        text,
      })),
    ...{ sendAt, opensAt, closesAt, maxPerDay },
  };
};

const triggerView = (trigger: Trigger): TriggerView => {
  const { audiences, days, variables } = TRIGGER_RULES[trigger];
  return { trigger, audiences: [...audiences], from: days[0], to: days[1], variables: [...variables] };
};

const order = (trigger: Trigger): number => TRIGGERS.indexOf(trigger);
