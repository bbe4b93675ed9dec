import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';
import { askOrRecall, isUnreachable, recallCopies } from '../../offline/copies';
import { hasWords } from '../../offline/search';
import { useRefreshCourses } from '../courses/api';

export type Nomination = Schema<'NominationView'>;
export type Candidate = Schema<'CandidateView'>;
export type NominatedLine = Schema<'NominatedLine'>;
export type Step = Exclude<keyof Nomination['can'], 'replace' | 'transfer'>;

export interface NominationFilters {
  courseId?: string;
  officialId?: string;
  state?: Nomination['state'];
  place?: Nomination['place'];
  unitId?: string;
  programId?: string;
  /** The nearest deadline first. */
  sort?: 'deadline';
}

export const useNominations = (filters: NominationFilters, size = 50) =>
  usePages<Nomination>(['nominations', filters], (after) =>
    api.GET('/api/v1/nominations', {
      params: { query: { ...filters, 'page[size]': size, ...(after && { 'page[after]': after }) } },
    }),
  );

export const useNomination = (id: string | null) =>
  useQuery({
    queryKey: ['nominations', 'one', id],
    enabled: id !== null,
    queryFn: () => answer(api.GET('/api/v1/nominations/{id}', { params: { path: { id: id ?? '' } } })),
  });

/**
 * People to choose from for a class: who may go before who may not, in each part those who need it first. Kept for work
 * without a network; then searched here.
 */
export const useCandidates = (courseId: string, q: string) =>
  usePages<Candidate>(['nominations', 'candidates', courseId, q], async (after) => {
    const page = await (q === '' ? candidatesFrom(courseId, after) : searched(courseId, q, after));
    const items = [...page.items].sort((one, other) => Number(other.eligible) - Number(one.eligible));
    return { data: { ...page, items } };
  });

const PEOPLE_AT_ONCE = 200;

const askForCandidates = (courseId: string, q: string, after?: string) =>
  answer(
    api.GET('/api/v1/courses/{id}/candidates', {
      params: {
        path: { id: courseId },
        query: { 'page[size]': PEOPLE_AT_ONCE, ...(q && { q }), ...(after && { 'page[after]': after }) },
      },
    }),
  );

const copyOf = (courseId: string, after = ''): string => `candidates:${courseId}:${after}`;

const candidatesFrom = (courseId: string, after?: string) =>
  askOrRecall(copyOf(courseId, after), () => askForCandidates(courseId, '', after));

/** Without a network: among those that were read before. */
async function searched(courseId: string, q: string, after?: string): Promise<Schema<'CandidatePage'>> {
  try {
    return await askForCandidates(courseId, q, after);
  } catch (error) {
    const copies = isUnreachable(error) ? await recallCopies<Schema<'CandidatePage'>>(copyOf(courseId)) : [];
    if (copies.length === 0) throw error;
    const items = copies.flatMap(({ value }) => value.items).filter(({ official }) => hasWords(official.fullName, q));
    return { items, next: null, total: items.length };
  }
}

/** The class that people are chosen for, kept for work without a network. */
export const useCourseToChooseFor = (id: string) =>
  useQuery({
    queryKey: ['courses', 'choose', id],
    queryFn: () =>
      askOrRecall(`${CLASSES}${id}`, () => answer(api.GET('/api/v1/courses/{id}', { params: { path: { id } } }))),
  });

/** Classes for which a list can be prepared without a network. */
export const keptClasses = async (): Promise<Schema<'CourseView'>[]> =>
  (await recallCopies<Schema<'CourseView'>>(CLASSES)).map(({ value }) => value);

const CLASSES = 'class:';

/** One step of a nomination: approve, return, reject, withdraw, send again. */
export function useStep() {
  const refresh = useRefreshCourses();
  return useMutation({
    mutationFn: ({ id, step, reason }: { id: string; step: Step; reason?: string }) => {
      const request = { params: { path: { id } }, body: { ...(reason && { reason }) } };
      switch (step) {
        case 'approve':
          return answer(api.POST('/api/v1/nominations/{id}/approve', request));
        case 'return':
          return answer(api.POST('/api/v1/nominations/{id}/return', request));
        case 'reject':
          return answer(api.POST('/api/v1/nominations/{id}/reject', request));
        case 'withdraw':
          return answer(api.POST('/api/v1/nominations/{id}/withdraw', request));
        case 'noShow':
          return answer(api.POST('/api/v1/nominations/{id}/no-show', request));
        case 'arrive':
          return answer(api.POST('/api/v1/nominations/{id}/arrive', { params: request.params }));
        case 'resubmit':
          return answer(api.POST('/api/v1/nominations/{id}/resubmit', request));
      }
    },
    onSettled: refresh,
  });
}
