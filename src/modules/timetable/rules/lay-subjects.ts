/** A part of the program with the hours it takes. */
export interface SubjectHours {
  readonly name: string;
  readonly hours: number;
  readonly lecturerId: string | null;
}

/** What is taught in a session, and by whom. */
export interface Lesson {
  readonly subject: string | null;
  readonly lecturerId: string | null;
}

/**
 * Lays subjects over sessions in their order: each takes sessions until its hours are reached, and the next begins with the
 * next session. Without subjects every session is laid, of no subject.
 * @param lengths hours of the sessions, in order of time.
 * @returns as many lessons as sessions are needed, and the hours for which there was no session.
 */
export function laySubjects(
  lengths: readonly number[],
  subjects: readonly SubjectHours[],
): { lessons: Lesson[]; left: { name: string; hours: number }[] } {
  if (subjects.length === 0) return { lessons: lengths.map(() => ({ subject: null, lecturerId: null })), left: [] };
  const lessons: Lesson[] = [];
  const left: { name: string; hours: number }[] = [];
  for (const { name, hours, lecturerId } of subjects) {
    let missing = hours;
    while (missing > 0 && lessons.length < lengths.length) {
      missing -= lengths[lessons.length] ?? 0;
      lessons.push({ subject: name, lecturerId });
    }
    if (missing > 0) left.push({ name, hours: missing });
  }
  return { lessons, left };
}
