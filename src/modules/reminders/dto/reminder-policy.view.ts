import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { POLICY_SOURCES, type PolicySource } from '../policies.repository.js';
import { type Audience, AUDIENCES, type Channel, CHANNELS, type Trigger, TRIGGERS } from '../reminder.types.js';

export class PolicyStageView {
  @ApiProperty({ enum: TRIGGERS })
  trigger: Trigger;
  workingDays: number;
  /** Its name on reminders: `call`, `free`, `before-5`, `due`, `after-1`. */
  key: string;
  @ApiProperty({ enum: AUDIENCES, isArray: true })
  to: Audience[];
  @ApiProperty({ enum: CHANNELS, isArray: true })
  channels: Channel[];
  @ApiProperty({ type: String, nullable: true })
  text: string | null;
}

/** What can be set for a trigger. */
export class TriggerView {
  @ApiProperty({ enum: TRIGGERS })
  trigger: Trigger;
  /** Levels it may be told to, upward; the first always is. */
  @ApiProperty({ enum: AUDIENCES, isArray: true })
  audiences: Audience[];
  /** Working days between which it may stand; both 0 when there is nothing to choose. */
  from: number;
  to: number;
  /** What a text of one's own may speak of. */
  variables: string[];
}

/** The policy in force for a thing. */
export class ReminderPolicyView {
  /** Where it comes from: its own, its program's, the default that the board set, or the one that is shipped. */
  @ApiProperty({ enum: POLICY_SOURCES })
  source: PolicySource;
  /** Whether it was set for the very thing that was asked for. */
  own: boolean;
  /** Of its own policy, 0 while it has none: the version to send back as `If-Match`. */
  version: number;
  stages: PolicyStageView[];
  /** Ways that a message may go, the inbox first. */
  @ApiProperty({ enum: CHANNELS, isArray: true })
  channels: Channel[];
  /** What there is to be reminded of. */
  triggers: TriggerView[];
  sendAt: string;
  opensAt: string;
  closesAt: string;
  maxPerDay: number;
  /** Whether the reminders of the class asked for are held back. */
  paused: boolean;
  canEdit: boolean;
}

export class PreviewDay {
  /** `YYYY-MM-DD`. */
  date: string;
  @ApiProperty({ enum: TRIGGERS })
  trigger: Trigger;
  stage: string;
  /** Messages that leave: one for each person and unit. */
  messages: number;
  people: number;
  /** The names of their accounts. */
  names: string[];
  /** Units that it is about. */
  units: UnitRef[];
}

/** What would go for a class from now on, were all that is owed to stay owed. */
export class ReminderPreview {
  messages: number;
  people: number;
  /** Units that owe an answer. */
  units: number;
  /** Of these, units in which nobody has an account: only a letter or a call reaches them. */
  withoutPeople: UnitRef[];
  days: PreviewDay[];
}
