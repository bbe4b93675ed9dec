import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type CourseAttendance = Schema<'CourseAttendanceView'>;
export type AttendanceSession = Schema<'AttendanceSessionView'>;
export type AttendancePerson = Schema<'AttendancePersonView'>;
export type Sheet = Schema<'SheetView'>;
export type Tally = Schema<'TallyView'>;
export type AttendedCourse = Schema<'AttendedCourse'>;
export type Cell = AttendancePerson['cells'][number];

/** In the order of their buttons and keys. */
export const MARKS = ['present', 'late', 'excused', 'absent'] as const;
export type Mark = (typeof MARKS)[number];

/** Below that of the class, so that whatever changes a class is read anew. */
const ATTENDANCE = ['courses', 'attendance'];

export const useCourseAttendance = (courseId: string) =>
  useQuery({
    queryKey: [...ATTENDANCE, 'course', courseId],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/attendance', { params: { path: { id: courseId } } })),
  });

export const useSheet = (sessionId: string) =>
  useQuery({
    queryKey: [...ATTENDANCE, 'session', sessionId],
    queryFn: () => answer(api.GET('/api/v1/sessions/{id}/attendance', { params: { path: { id: sessionId } } })),
  });

export const useOfficialAttendance = (officialId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...ATTENDANCE, 'official', officialId],
    queryFn: () => answer(api.GET('/api/v1/officials/{id}/attendance', { params: { path: { id: officialId } } })),
    enabled,
  });

export const useOwnAttendance = () =>
  useQuery({ queryKey: ['own', 'attendance'], queryFn: () => answer(api.GET('/api/v1/own/attendance', {})) });

/** Says beforehand that somebody cannot come, or, without a reason, takes it back. */
export function useApologise() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ sessionId, nominationId, reason }: Apology) => {
      const params = { path: { id: sessionId, nominationId } };
      const address = '/api/v1/sessions/{id}/apologies/{nominationId}';
      return reason === null
        ? answer(api.DELETE(address, { params }))
        : answer(api.PUT(address, { params, body: { reason } }));
    },
    onSuccess: () =>
      Promise.all([ATTENDANCE, ['own', 'attendance']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

interface Apology {
  sessionId: string;
  nominationId: string;
  reason: string | null;
}

/** Records a whole sheet, as it was read. */
export function useRecordSheet({ sessionId, version }: Pick<Sheet, 'sessionId' | 'version'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (marks: Schema<'MarkDto'>[]) =>
      answer(
        api.PUT('/api/v1/sessions/{id}/attendance', {
          params: { path: { id: sessionId }, header: { 'if-match': `"${version}"` } },
          body: { marks },
        }),
      ),
    onSuccess: (sheet) => {
      queries.setQueryData([...ATTENDANCE, 'session', sessionId], sheet);
      return queries.invalidateQueries({ queryKey: [...ATTENDANCE, 'course'] });
    },
  });
}
