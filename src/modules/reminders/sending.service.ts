import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { atLocalTime, plainDateIn } from '../../kernel/plain-date.js';
import { type Message, NotificationsService } from '../notifications/index.js';
import { DaysQueries } from '../timetable/index.js';
import { PoliciesRepository } from './policies.repository.js';
import { type Person, RecipientsRepository, type Sent, type WaitingReminder } from './recipients.repository.js';
import { type OwedReminder, ReminderNotices } from './reminder-notices.js';
import { CHANNELS } from './reminder.types.js';
import { type Candidate, decide, type Decision } from './rules/sending.js';
import { type Subject, subjectKey, SubjectsQueries } from './subjects.queries.js';

/** Channels besides the inbox. */
const OUTWARD = CHANNELS.filter((channel) => channel !== 'inbox');

/** A reminder that waits, with all that is decided by. */
type Waiting = WaitingReminder & Candidate & { readonly standing: Subject | null };

/** What becomes of what waits for one person. */
interface Outcome extends Decision<Waiting> {
  readonly person: Person;
}

/**
 * Sends people what waits for them: what is still owed, within the hours and the cap, several as one digest. Many people
 * are served at once, in so many statements as one would take.
 */
@Injectable()
export class SendingService {
  constructor(
    private readonly recipients: RecipientsRepository,
    private readonly policies: PoliciesRepository,
    private readonly subjects: SubjectsQueries,
    private readonly notices: ReminderNotices,
    private readonly notifications: NotificationsService,
    private readonly days: DaysQueries,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the promise. Whether anything is still owed is asked now, so an answer stops it at once. */
  async sendTo(accountIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const people = await this.recipients.holdPeople(accountIds, atLocalTime(plainDateIn(now), '00:00'));
    const waiting = await this.waiting(accountIds, now);
    if (waiting.length === 0) return;
    const calendar = await this.days.workingCalendar();
    const byPerson = new Map<string, Waiting[]>();
    for (const one of waiting) byPerson.set(one.accountId, [...(byPerson.get(one.accountId) ?? []), one]);
    const outcomes = people.map((person): Outcome => ({
      person,
      ...decide(person, byPerson.get(person.accountId) ?? [], now, calendar),
    }));
    await this.send(outcomes, now);
    await this.recipients.defer(
      outcomes.flatMap(({ deferred }) => deferred.map(({ one, until }) => ({ ...refOf(one), until }))),
    );
    await this.recipients.markDropped(
      outcomes.flatMap(({ dropped }) => dropped.map(({ one, because }) => ({ ...refOf(one), because }))),
    );
    await this.recipients.finish([...new Set(waiting.map(({ id }) => id))], now);
  }

  private async waiting(accountIds: readonly string[], now: Date): Promise<Waiting[]> {
    const waiting = await this.recipients.waitingFor(accountIds, now);
    const subjects = await this.subjects.of(waiting);
    const policyOf = await this.policies.inForce([...subjects.values()]);
    return waiting.map((one) => {
      const standing = subjects.get(subjectKey(one)) ?? null;
      return { ...one, standing, policy: policyOf(standing ?? { courseId: null, programId: null }) };
    });
  }

  private async send(outcomes: readonly Outcome[], now: Date): Promise<void> {
    const going = outcomes.flatMap(({ person, news, presses }) =>
      [...news.map((one) => [one]), presses]
        .map((some) => some.flatMap(owedOf))
        .filter((some) => some.length > 0)
        .map((reminders) => ({ person, reminders, message: this.messageOf(person, reminders) })),
    );
    await this.notifications.tellEach(going.map(({ message }) => message));
    const sent = going.flatMap(({ person: { accountId }, reminders, message }): Sent[] =>
      reminders.map(({ id }) => ({ accountId, reminderId: id, causeId: message.notice.causeId })),
    );
    await this.recipients.markSent(sent, now);
  }

  private messageOf(person: Person, reminders: readonly OwedReminder[]): Message {
    const [first, ...others] = reminders;
    const notice =
      first && others.length === 0
        ? this.notices.single(first, person.locale)
        : this.notices.digest(newId(), reminders, person);
    const channels = OUTWARD.filter((channel) => reminders.some((reminder) => reminder.channels.includes(channel)));
    return { recipient: person, notice: { ...notice, channels } };
  }
}

const owedOf = (one: Waiting): OwedReminder[] => (one.standing ? [{ ...one, subject: one.standing }] : []);
const refOf = ({ accountId, id }: Waiting) => ({ accountId, reminderId: id });
