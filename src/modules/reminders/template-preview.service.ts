import { Injectable } from '@nestjs/common';
import type { Actor, Locale } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { CoursesService } from '../courses/index.js';
import {
  type BothTextsDto,
  type FilledTextView,
  MessageTexts,
  TemplatePreview,
  TemplatesService,
} from '../notifications/index.js';
import { ReminderNotices } from './reminder-notices.js';
import { type Trigger, TRIGGERS } from './reminder.types.js';
import { type Subject, SubjectsQueries } from './subjects.queries.js';

/** What stands for what only the moment of sending knows, or this class does not have. */
const EXAMPLE = {
  days: 3,
  note: '…',
  people: 2,
  places: 2,
  papers: '…',
  place: '…',
  bring: '…',
  program: '…',
  until: '…',
  sessions: 2,
};

/** A text filled with what is true of a class and the units it calls. */
@Injectable()
export class TemplatePreviewService {
  constructor(
    private readonly courses: CoursesService,
    private readonly subjects: SubjectsQueries,
    private readonly notices: ReminderNotices,
    private readonly templates: TemplatesService,
    private readonly texts: MessageTexts,
  ) {}

  /** @throws NotFound for a class that calls nobody or is not there, InvalidInput for a broken text */
  async preview(actor: Actor, kind: string, courseId: string, dto: BothTextsDto): Promise<TemplatePreview> {
    const texts = this.templates.sound(kind, dto);
    const course = await this.courses.get(actor, courseId, 'courseId');
    const calls = await this.subjects.ofCourse('deadline', courseId);
    const [call] = calls;
    if (!call) throw new NotFound('courseId');
    const [subject = call] = await this.subjects.ofCourse(triggerOf(kind), courseId);
    const facts = (locale: Locale) => ({
      ...EXAMPLE,
      starts: course.startsOn,
      ended: course.endsOn,
      held: course.startsOn,
      ...this.notices.factsOf(call, locale),
      ...this.notices.factsOf(subject, locale),
      count: calls.length,
      lines: this.lines(kind === 'reminder.digest' ? [subject, ...calls] : calls, locale),
    });
    const view = (locale: Locale): FilledTextView => {
      const text = this.texts.filled(kind, texts, facts(locale), locale);
      return { title: text.title, body: text.body, shortMessage: this.texts.shortMessage(text) };
    };
    return { vi: view('vi'), en: view('en') };
  }

  private lines(subjects: readonly Subject[], locale: Locale): string {
    return subjects.map((one) => this.notices.line(one, null, locale)).join('\n');
  }
}

/** What a kind of message is about; a call where it names no trigger. */
const triggerOf = (kind: string): Trigger => TRIGGERS.find((trigger) => kind === `reminder.${trigger}`) ?? 'deadline';
