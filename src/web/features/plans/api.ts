import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type PlanSummary = Schema<'PlanSummary'>;
export type Plan = Schema<'PlanView'>;
export type FollowedLine = Schema<'FollowedLine'>;
export type PlanLine = Schema<'PlanLineView'>;

/** What the list is narrowed to; lives in the address. */
export interface PlanFilters {
  kind?: PlanSummary['kind'];
  state?: PlanSummary['state'];
  year?: number;
}

const PLANS = ['plans'];
/** More classes of one program than a board has; the latest are enough to choose from. */
const MOST_CLASSES = 300;
const keyOf = (id: string, number: number | undefined) => [...PLANS, 'one', id, number];

export const usePlans = (filters: PlanFilters) =>
  usePages<PlanSummary>([...PLANS, filters], (after) =>
    api.GET('/api/v1/plans', { params: { query: { ...filters, ...(after && { 'page[after]': after }) } } }),
  );

/** One version with what became of it. @param number undefined for the one in force, or the draft when none is. */
export const usePlan = (id: string, number?: number) =>
  useQuery({
    queryKey: keyOf(id, number),
    queryFn: () =>
      answer(
        api.GET('/api/v1/plans/{id}', { params: { path: { id }, query: number === undefined ? {} : { number } } }),
      ),
  });

export const useComparison = (id: string, from: number, to: number) =>
  useQuery({
    queryKey: [...PLANS, 'comparison', id, from, to],
    queryFn: () => answer(api.GET('/api/v1/plans/{id}/comparison', { params: { path: { id }, query: { from, to } } })),
  });

function useRefresh() {
  const queries = useQueryClient();
  return () => Promise.all([PLANS, ['home']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

export function useCreatePlan() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'CreatePlanDto'>) => answer(api.POST('/api/v1/plans', { body })),
    onSuccess: refresh,
  });
}

const matching = (version: number) => ({ 'if-match': `"${version}"` });

export function useApprovePlan({ id, version }: Plan) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'ApprovePlanDto'>) =>
      answer(api.POST('/api/v1/plans/{id}/approve', { params: { path: { id }, header: matching(version) }, body })),
    onSuccess: refresh,
  });
}

export function useRevisePlan(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/plans/{id}/revise', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}

/** Throws the draft away; what showed it must be left before it is asked for again. */
export function useDiscardDraft({ id, version }: Plan) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.DELETE('/api/v1/plans/{id}/draft', { params: { path: { id }, header: matching(version) } })),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [...PLANS, 'one', id] });
    },
  });
}

export function useAddLine(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'CreateLineDto'>) =>
      answer(api.POST('/api/v1/plans/{id}/lines', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

/**
 * Changes lines one after the other. Each change names the version of the line that its writer saw; one that follows a
 * change of one's own names the version which that one made, so that nobody but others is ever too early.
 */
export function useChangeLine(plan: Plan) {
  const queries = useQueryClient();
  const refresh = useRefresh();
  const made = useRef(new Map<string, number>());
  return useMutation({
    scope: { id: plan.id },
    mutationFn: async ({
      line,
      change,
    }: {
      line: Pick<PlanLine, 'id' | 'version'>;
      change: Schema<'ChangeLineDto'>;
    }) => {
      let version = line.version;
      for (let next = made.current.get(`${line.id} ${version}`); next !== undefined;) {
        version = next;
        next = made.current.get(`${line.id} ${version}`);
      }
      const params = { path: { id: plan.id, lineId: line.id }, header: matching(version) };
      const saved = await answer(api.PATCH('/api/v1/plans/{id}/lines/{lineId}', { params, body: change }));
      made.current.set(`${line.id} ${version}`, saved.version);
      return saved;
    },
    onSuccess: (saved) => {
      queries.setQueriesData<Plan>(
        { queryKey: [...PLANS, 'one', plan.id] },
        (shown) => shown && withLine(shown, saved),
      );
    },
    onSettled: refresh,
  });
}

const withLine = (plan: Plan, saved: PlanLine): Plan => ({
  ...plan,
  lines: plan.lines.map((line) => (line.id === saved.id ? { ...line, ...saved } : line)),
});

export function useRemoveLine(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (line: Pick<PlanLine, 'id' | 'version'>) =>
      answer(
        api.DELETE('/api/v1/plans/{id}/lines/{lineId}', {
          params: { path: { id, lineId: line.id }, header: matching(line.version) },
        }),
      ),
    onSettled: refresh,
  });
}

/** What lines from needs would do; asked while there is something to ask. */
export const useNeedsPreview = (id: string, body: Schema<'NeedsFillDto'> | null) =>
  useQuery({
    queryKey: [...PLANS, 'preview', id, body],
    enabled: body !== null,
    queryFn: () =>
      answer(
        api.POST('/api/v1/plans/{id}/needs-preview', {
          params: { path: { id } },
          body: body as Schema<'NeedsFillDto'>,
        }),
      ),
  });

export function useFillFromNeeds(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'NeedsFillDto'>) =>
      answer(api.POST('/api/v1/plans/{id}/fills', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

export function useUndoFill(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (fillId: string) =>
      answer(api.POST('/api/v1/plans/{id}/fills/{fillId}/undo', { params: { path: { id, fillId } } })),
    onSuccess: refresh,
  });
}

/** Classes that could be linked to a line: all of its program that the reader may know of, the latest first. */
export const useClassesOf = (programId: string) =>
  useQuery({
    queryKey: ['courses', 'of-program', programId],
    queryFn: () => answer(api.GET('/api/v1/courses', { params: { query: { programId, 'page[size]': MOST_CLASSES } } })),
  });

export function useLinkClass(id: string, lineId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (courseId: string) =>
      answer(
        api.PUT('/api/v1/plans/{id}/lines/{lineId}/courses/{courseId}', { params: { path: { id, lineId, courseId } } }),
      ),
    onSuccess: refresh,
  });
}

export function useUnlinkClass(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (courseId: string) =>
      answer(api.DELETE('/api/v1/plans/{id}/courses/{courseId}', { params: { path: { id, courseId } } })),
    onSuccess: refresh,
  });
}

export const usePlanHistory = (id: string) =>
  useQuery({
    queryKey: [...PLANS, 'history', id],
    queryFn: () => answer(api.GET('/api/v1/plans/{id}/history', { params: { path: { id } } })),
  });

export function useOpenClass(id: string, lineId: string) {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schema<'CreateCourseDto'>) =>
      answer(api.POST('/api/v1/plans/{id}/lines/{lineId}/courses', { params: { path: { id, lineId } }, body })),
    onSuccess: () => Promise.all([refresh(), queries.invalidateQueries({ queryKey: ['courses'] })]),
  });
}
