import { Injectable } from '@nestjs/common';
import type { Actor, Locale } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { CallsQueries, CoursesService } from '../courses/index.js';
import {
  type BothTextsDto,
  type FilledTextView,
  MessageTexts,
  TemplatePreview,
  TemplatesService,
} from '../notifications/index.js';
import { lineOf } from './reminder-notices.js';

/** What stands for what only the moment of sending knows. */
const EXAMPLE = { days: 3, note: '…' };

/** A text filled with what is true of a class and the units it calls. */
@Injectable()
export class TemplatePreviewService {
  constructor(
    private readonly courses: CoursesService,
    private readonly calls: CallsQueries,
    private readonly templates: TemplatesService,
    private readonly texts: MessageTexts,
  ) {}

  /** @throws NotFound for a class that calls nobody or is not there, InvalidInput for a broken text */
  async preview(actor: Actor, kind: string, courseId: string, dto: BothTextsDto): Promise<TemplatePreview> {
    const texts = this.templates.sound(kind, dto);
    await this.courses.get(actor, courseId, 'courseId');
    const calls = await this.calls.ofCourse(courseId);
    const [call] = calls;
    if (!call) throw new NotFound('courseId');
    const facts = {
      course: call.courseCode,
      title: call.courseTitle,
      unit: call.unitName,
      deadline: call.deadline,
      count: calls.length,
      lines: calls.map((one) => lineOf(one, null)).join('\n'),
      ...EXAMPLE,
    };
    const view = (locale: Locale): FilledTextView => {
      const text = this.texts.filled(kind, texts, facts, locale);
      return { title: text.title, body: text.body, shortMessage: this.texts.shortMessage(text) };
    };
    return { vi: view('vi'), en: view('en') };
  }
}
