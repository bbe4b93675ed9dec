import { Injectable } from '@nestjs/common';
import type { CourseToPlace } from './proposals.queries.js';
import type { KnownOfClass } from './rules/settings.js';

type Known = Pick<KnownOfClass, 'rhythm' | 'days' | 'subjects'>;

/** What programs say of the length of their classes. */
@Injectable()
export class ProgramFacts {
  /** In the order of the classes. */
  of(courses: readonly CourseToPlace[]): Promise<Known[]> {
    return Promise.resolve(courses.map(() => ({ rhythm: null, days: null, subjects: [] })));
  }
}
