import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Course = Schema<'CourseView'>;
export type UnitCall = Schema<'UnitCallView'>;
export type CourseState = Course['state'];

const COURSES = ['courses'];
const MOST_CALLS = 200;

export interface CourseFilters {
  q?: string;
  state?: CourseState;
  programId?: string;
  year?: number;
}

export const useCourses = (filters: CourseFilters) =>
  usePages<Course>([...COURSES, filters], (after) =>
    api.GET('/api/v1/courses', {
      params: { query: { ...filters, 'page[size]': 30, ...(after && { 'page[after]': after }) } },
    }),
  );

export const useCourse = (id: string) =>
  useQuery({
    queryKey: [...COURSES, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}', { params: { path: { id } } })),
  });

export const useCourseHistory = (id: string) =>
  useQuery({
    queryKey: [...COURSES, 'history', id],
    queryFn: () => answer(api.GET('/api/v1/courses/{id}/history', { params: { path: { id } } })),
  });

/** Units' parts of calls: of one class, or of all classes that are open. */
export const useCalls = (filter: { courseId?: string; courseState?: CourseState }) =>
  useQuery({
    queryKey: [...COURSES, 'calls', filter],
    queryFn: () => answer(api.GET('/api/v1/calls', { params: { query: { ...filter, 'page[size]': MOST_CALLS } } })),
  });

/** Everything that shows classes or people on them is read again. */
export function useRefreshCourses() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [COURSES, ['nominations'], ['home'], ['quotas'], ['reminders'], ['reports']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}

export function useSaveCourse(course: Course | undefined) {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: (body: Schema<'CreateCourseDto'>) => {
      if (!course) return answer(api.POST('/api/v1/courses', { body }));
      const { capacity: _, ...change } = body;
      return answer(
        api.PATCH('/api/v1/courses/{id}', {
          params: { path: { id: course.id }, header: { 'if-match': `"${course.version}"` } },
          body: change,
        }),
      );
    },
    onSuccess: refresh,
  });
}

type Step = 'close-nominations' | 'start';

/** A step of a class's life that needs nothing but saying so. */
export function useCourseStep(id: string) {
  const refresh = useRefreshCourses();
  const params = { path: { id } };
  return useMutation({
    mutationFn: (step: Step) =>
      step === 'start'
        ? answer(api.POST('/api/v1/courses/{id}/start', { params }))
        : answer(api.POST('/api/v1/courses/{id}/close-nominations', { params })),
    onSuccess: refresh,
  });
}

export function useOpenNominations(id: string) {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: (body: Schema<'OpenNominationsDto'>) =>
      answer(api.POST('/api/v1/courses/{id}/open-nominations', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

export function useCopyCourse(id: string) {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: (classes: Schema<'CourseCopyDto'>[]) =>
      answer(api.POST('/api/v1/courses/{id}/copies', { params: { path: { id } }, body: { classes } })),
    onSuccess: refresh,
  });
}

export function useConfirmCourse(id: string) {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: (reason: string | undefined) =>
      answer(
        api.POST('/api/v1/courses/{id}/confirm', { params: { path: { id } }, body: { ...(reason && { reason }) } }),
      ),
    onSuccess: refresh,
  });
}

export function useCancelCourse(id: string) {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(api.POST('/api/v1/courses/{id}/cancel', { params: { path: { id } }, body: { reason } })),
    onSuccess: refresh,
  });
}

export function useCompleteCourse(id: string) {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: (notCompleted: string[]) =>
      answer(api.POST('/api/v1/courses/{id}/complete', { params: { path: { id } }, body: { notCompleted } })),
    onSuccess: refresh,
  });
}

export function useChangeCapacity(id: string) {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: (capacity: number) =>
      answer(api.POST('/api/v1/courses/{id}/capacity', { params: { path: { id } }, body: { capacity } })),
    onSuccess: refresh,
  });
}

export function useAnswerCall(id: string) {
  const refresh = useRefreshCourses();
  const params = { path: { id } };
  return {
    decline: useMutation({
      mutationFn: (reason: string) => answer(api.POST('/api/v1/calls/{id}/decline', { params, body: { reason } })),
      onSuccess: refresh,
    }),
    askMoreTime: useMutation({
      mutationFn: (body: Schema<'AskMoreTimeDto'>) =>
        answer(api.POST('/api/v1/calls/{id}/ask-more-time', { params, body })),
      onSuccess: refresh,
    }),
    refuseTime: useMutation({
      mutationFn: (reason: string) => answer(api.POST('/api/v1/calls/{id}/refuse-time', { params, body: { reason } })),
      onSuccess: refresh,
    }),
    expect: useMutation({
      mutationFn: (people: number | null) =>
        answer(api.PUT('/api/v1/calls/{id}/expected', { params, body: { people } })),
      onSuccess: refresh,
    }),
    extend: useMutation({
      mutationFn: (deadline: string) => answer(api.POST('/api/v1/calls/{id}/extend', { params, body: { deadline } })),
      onSuccess: refresh,
    }),
  };
}
