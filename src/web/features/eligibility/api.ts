import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type RuleSet = Schema<'RuleSetView'>;
export type Rule = Schema<'RuleDto'>;
export type RuleKind = Rule['kind'];
export type Rules = Pick<Schema<'TryRulesDto'>, 'mode' | 'reference' | 'rules'>;
export type Tried = Schema<'TryView'>;
export type Waiver = Schema<'WaiverView'>;

const ELIGIBILITY = ['eligibility'];

/** Who may go to classes of a program: what held, holds and will hold. */
export const useRuleSets = (programId: string) =>
  useQuery({
    queryKey: [...ELIGIBILITY, programId],
    queryFn: () => answer(api.GET('/api/v1/programs/{id}/eligibility-rules', { params: { path: { id: programId } } })),
  });

/** A change of rules or waivers: whatever is judged by them is asked anew. */
function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries() });
}

export const useCreateRuleSet = (programId: string) =>
  useChange((body: Schema<'CreateRuleSetDto'>) =>
    answer(api.POST('/api/v1/programs/{id}/eligibility-rules', { params: { path: { id: programId } }, body })),
  );

export const useDeleteRuleSet = () =>
  useChange((id: string) => answer(api.DELETE('/api/v1/eligibility-rules/{id}', { params: { path: { id } } })));

/** Whom rules would let go; nothing is saved. */
export const useTryRules = (programId: string) =>
  useMutation({
    mutationFn: (body: Schema<'TryRulesDto'>) =>
      answer(api.POST('/api/v1/programs/{id}/eligibility-tries', { params: { path: { id: programId } }, body })),
  });

export const useWaivers = (query: { officialId?: string; programId?: string }, enabled = true) =>
  useQuery({
    queryKey: [...ELIGIBILITY, 'waivers', query],
    queryFn: () => answer(api.GET('/api/v1/eligibility-waivers', { params: { query } })),
    enabled,
  });

export const useWaive = () =>
  useChange((body: Schema<'CreateWaiverDto'>) => answer(api.POST('/api/v1/eligibility-waivers', { body })));

export const useEndWaiver = () =>
  useChange(({ id, on }: { id: string; on: string }) =>
    answer(api.POST('/api/v1/eligibility-waivers/{id}/end', { params: { path: { id } }, body: { on } })),
  );

export const useSetFitness = (id: string) =>
  useChange((body: Schema<'FitnessDto'>) =>
    answer(api.PUT('/api/v1/officials/{id}/fitness', { params: { path: { id } }, body })),
  );

export const useSetRating = (id: string) =>
  useChange((body: Schema<'RatingDto'>) =>
    answer(api.PUT('/api/v1/officials/{id}/ratings', { params: { path: { id } }, body })),
  );
