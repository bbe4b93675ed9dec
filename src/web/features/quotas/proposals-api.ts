import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Proposal = Schema<'ProposalView'>;
export type ProposalQuestion = Schema<'ProposalDto'>;
export type Method = Proposal['method'];
export type ProposedPlaces = Schema<'ProposedPlacesDto'>;

export const METHODS: readonly Method[] = ['sainte-lague', 'hamilton', 'dhondt', 'need'];
/** Methods that a reader may compare with none. */
export const NO_OTHER = 'none';

/** What a method would give whom; asked anew with every change of the question, and saved nowhere. */
export const useProposal = (question: ProposalQuestion | null) =>
  useQuery({
    queryKey: ['quotas', 'proposal', question],
    enabled: question !== null,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: () => answer(api.POST('/api/v1/quotas/proposals', { body: question as ProposalQuestion })),
  });

/** Writes a proposal as the units' places. */
export function useApplyProposal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'ApplyProposalDto'>) => answer(api.POST('/api/v1/quotas/proposals/apply', { body })),
    onSettled: () => Promise.all([['quotas'], ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
