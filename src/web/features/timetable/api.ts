import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answer, api, type Schema } from '../../api/client';
import { ApiProblem } from '../../api/problem';

export type Session = Schema<'SessionView'>;
export type Room = Schema<'RoomView'>;
export type Venue = Schema<'VenueView'>;
export type Lecturer = Schema<'LecturerView'>;
export type Pattern = Schema<'PatternDto'>;
export type FreeSlot = Schema<'FreeSlotView'>;
export type SessionInput = Schema<'CreateSessionDto'>;
/** Where a session could be moved to; room and lecturer stay when they are left out. */
export type Place = Pick<SessionInput, 'startsAt' | 'endsAt' | 'roomId' | 'lecturerId'>;

const TIMETABLE = ['timetable'];

/** Says which version a change is a change of. */
const ifMatch = (version: number | undefined) => ({ 'if-match': version === undefined ? '*' : `"${version}"` });

export const useCourseSessions = (courseId: string) =>
  useQuery({
    queryKey: [...TIMETABLE, 'course', courseId],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/sessions', { params: { path: { id: courseId } } })),
  });

/** Which sessions: of some days, and where said of one room, lecturer, program or unit. */
export interface SessionsWanted {
  from: string;
  to: string;
  roomId?: string;
  lecturerId?: string;
  programId?: string;
  unitId?: string;
}

/** Sessions of every class the reader may know of, from one day to another. */
export const useSessions = (query: SessionsWanted) =>
  useQuery({
    queryKey: [...TIMETABLE, 'sessions', query],
    queryFn: () => answer(api.GET('/api/v1/sessions', { params: { query } })),
    placeholderData: (before) => before,
  });

export const useRooms = (enabled = true) =>
  useQuery({ queryKey: [...TIMETABLE, 'rooms'], queryFn: () => answer(api.GET('/api/v1/rooms')), enabled });

export const useLecturers = (enabled = true) =>
  useQuery({ queryKey: [...TIMETABLE, 'lecturers'], queryFn: () => answer(api.GET('/api/v1/lecturers')), enabled });

export const useDaysOff = (year: number) =>
  useQuery({
    queryKey: [...TIMETABLE, 'days', year],
    queryFn: () => answer(api.GET('/api/v1/days-off', { params: { query: { year } } })),
  });

export const useBlackouts = () =>
  useQuery({ queryKey: [...TIMETABLE, 'blackouts'], queryFn: () => answer(api.GET('/api/v1/blackouts')) });

export const useCalendarAddress = () =>
  useQuery({ queryKey: [...TIMETABLE, 'address'], queryFn: () => answer(api.GET('/api/v1/calendar-address')) });

/** A change of the timetable, after which everything that shows it is read again. */
function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([TIMETABLE, ['courses', 'history']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Lays a session, or changes the one of that id. */
export const useSaveSession = (courseId: string) =>
  useChange(({ id, version, ...body }: SessionInput & { id?: string; version?: number }) =>
    id === undefined
      ? answer(api.POST('/api/v1/courses/{id}/sessions', { params: { path: { id: courseId } }, body }))
      : answer(api.PATCH('/api/v1/sessions/{id}', { params: { path: { id }, header: ifMatch(version) }, body })),
  );

/** Moves or stretches a session of any class. */
export const useMoveSession = () =>
  useChange(({ id, version, ...body }: Place & { id: string; version: number }) =>
    answer(api.PATCH('/api/v1/sessions/{id}', { params: { path: { id }, header: ifMatch(version) }, body })),
  );

/** Reads the calendar again, e.g. where a move was refused because somebody else was quicker. */
export function useReadSessionsAgain(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: [...TIMETABLE, 'sessions'] }), [queries]);
}

export const useRemoveSession = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })));

/** What would come of a session at another time. */
export const checkMove = (session: Session, place: Place): Promise<Schema<'SessionCheckView'>> =>
  answer(
    api.POST('/api/v1/courses/{id}/sessions/check', {
      params: { path: { id: session.courseId } },
      body: {
        sessionId: session.id,
        roomId: session.room?.id ?? null,
        lecturerId: session.lecturer?.id ?? null,
        ...place,
      },
    }),
  );

export const usePreviewPattern = (courseId: string) =>
  useMutation({
    mutationFn: (body: Pattern) =>
      answer(api.POST('/api/v1/courses/{id}/session-pattern/preview', { params: { path: { id: courseId } }, body })),
  });

export const useStorePattern = (courseId: string) =>
  useChange((body: Pattern) =>
    answer(api.POST('/api/v1/courses/{id}/session-pattern', { params: { path: { id: courseId } }, body })),
  );

export const useSaveRoom = () =>
  useChange(
    ({ id, version, ...body }: Schema<'CreateRoomDto'> & { id?: string; version?: number; closed?: boolean }) => {
      const { venueId: _, venue: __, ...change } = body;
      const { closed: ___, ...made } = body;
      return id === undefined
        ? answer(api.POST('/api/v1/rooms', { body: made }))
        : answer(api.PATCH('/api/v1/rooms/{id}', { params: { path: { id }, header: ifMatch(version) }, body: change }));
    },
  );

export const useRemoveRoom = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/rooms/{id}', { params: { path: { id } } })));

export const useVenues = () =>
  useQuery({ queryKey: [...TIMETABLE, 'venues'], queryFn: () => answer(api.GET('/api/v1/venues')) });

/** Adds a venue, or renames the one of that id. */
export const useSaveVenue = () =>
  useChange(({ id, version, ...body }: Schema<'CreateVenueDto'> & { id?: string; version?: number }) =>
    id === undefined
      ? answer(api.POST('/api/v1/venues', { body }))
      : answer(api.PATCH('/api/v1/venues/{id}', { params: { path: { id }, header: ifMatch(version) }, body })),
  );

export const useRemoveVenue = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/venues/{id}', { params: { path: { id } } })));

export const useSaveLecturer = () =>
  useChange(
    ({ id, version, ...body }: Schema<'CreateLecturerDto'> & { id?: string; version?: number; closed?: boolean }) => {
      const { closed: _, ...made } = body;
      return id === undefined
        ? answer(api.POST('/api/v1/lecturers', { body: made }))
        : answer(api.PATCH('/api/v1/lecturers/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
    },
  );

export const useAddAbsence = () =>
  useChange(({ id, ...body }: Schema<'CreateAbsenceDto'> & { id: string }) =>
    answer(api.POST('/api/v1/lecturers/{id}/absences', { params: { path: { id } }, body })),
  );

export const useRemoveAbsence = () =>
  useChange(({ id, absenceId }: { id: string; absenceId: string }) =>
    answer(api.DELETE('/api/v1/lecturers/{id}/absences/{absenceId}', { params: { path: { id, absenceId } } })),
  );

export const useAddDay = () =>
  useChange((body: Schema<'CreateCalendarDayDto'>) => answer(api.POST('/api/v1/days-off', { body })));

export const useRemoveDay = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/days-off/{id}', { params: { path: { id } } })));

/** Reads a file of days off, and with `apply` writes it. */
export const useImportDays = () =>
  useChange(({ file, apply }: { file: File; apply: boolean }) => {
    const form = new FormData();
    form.append('apply', String(apply));
    form.append('file', file);
    return answer(
      api.POST('/api/v1/days-off/import', { body: form as never, bodySerializer: (body: unknown) => body as FormData }),
    );
  });

export const useAddBlackout = () =>
  useChange((body: Schema<'CreateBlackoutDto'>) => answer(api.POST('/api/v1/blackouts', { body })));

export const useRemoveBlackout = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/blackouts/{id}', { params: { path: { id } } })));

export const useMakeAddress = () => useChange(() => answer(api.POST('/api/v1/calendar-address')));
export const useRevokeAddress = () => useChange(() => answer(api.DELETE('/api/v1/calendar-address')));

/** The free times that came with a refusal. */
export const freeSlotsOf = (error: unknown): FreeSlot[] =>
  error instanceof ApiProblem ? ((error.problem as { freeSlots?: FreeSlot[] }).freeSlots ?? []) : [];
