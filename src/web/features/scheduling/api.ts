import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type ProposalRef = Schema<'ScheduleProposalRef'>;
export type Proposal = Schema<'ScheduleProposalView'>;
export type ScheduleItem = Schema<'ScheduleItemView'>;
export type PlaceChange = Schema<'ChangeProposedClassDto'>;
export type Weights = Schema<'WeightsView'>;

export const WISHES = [
  'wishedDate',
  'evenWeeks',
  'unbroken',
  'holidayEve',
  'ownLecturers',
  'roomFit',
  'stability',
] as const;

const PROPOSALS = ['schedule-proposals'];
/** How often a proposal at work is looked at. */
const LOOK_MS = 1000;

export const useProposals = () =>
  useQuery({ queryKey: [...PROPOSALS, 'list'], queryFn: () => answer(api.GET('/api/v1/schedule-proposals')) });

/** One proposal; looked at again and again while it is worked out. */
export const useProposal = (id: string) =>
  useQuery({
    queryKey: [...PROPOSALS, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/schedule-proposals/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'solving' ? LOOK_MS : false),
  });

export function useAsk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'CreateScheduleProposalDto'>) => answer(api.POST('/api/v1/schedule-proposals', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: PROPOSALS }),
  });
}

/** Keeps what a step answered as the proposal on the screen. */
function useStep<Input>(id: string, step: (input: Input) => Promise<Proposal>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (proposal) => {
      queries.setQueryData([...PROPOSALS, 'one', id], proposal);
      return queries.invalidateQueries({ queryKey: [...PROPOSALS, 'list'] });
    },
  });
}

export const useAskAgain = (id: string) =>
  useStep(id, () => answer(api.POST('/api/v1/schedule-proposals/{id}/again', { params: { path: { id } } })));

export const useChangePlace = (id: string) =>
  useStep(id, ({ courseId, ...body }: PlaceChange & { courseId: string }) =>
    answer(
      api.PATCH('/api/v1/schedule-proposals/{id}/classes/{courseId}', { params: { path: { id, courseId } }, body }),
    ),
  );

/** Lays the sessions: classes, calendar and timetables are others afterwards. */
export function useAccept(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/schedule-proposals/{id}/accept', { params: { path: { id } }, body: {} })),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useDiscard(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/schedule-proposals/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [...PROPOSALS, 'one', id] });
      return queries.invalidateQueries({ queryKey: [...PROPOSALS, 'list'] });
    },
  });
}
