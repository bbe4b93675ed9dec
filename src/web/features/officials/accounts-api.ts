import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type HeldAccount = Schema<'HeldAccountView'>;

const HELD = ['held-accounts'];

/** Accounts that are an official's: their own, and those of units that they hold. */
export const useHeldAccounts = (officialId: string) =>
  useQuery({
    queryKey: [...HELD, officialId],
    queryFn: () => answer(api.GET('/api/v1/officials/{id}/account', { params: { path: { id: officialId } } })),
  });

function useChange<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: HELD }) });
}

export const useOpenAccount = (officialId: string) =>
  useChange((username: string) =>
    answer(api.POST('/api/v1/officials/{id}/account', { params: { path: { id: officialId } }, body: { username } })),
  );

export const useLinkAccount = (officialId: string) =>
  useChange((accountId: string) =>
    api.PUT('/api/v1/officials/{id}/account', { params: { path: { id: officialId } }, body: { accountId } }),
  );

export const useUnlinkAccount = (officialId: string) =>
  useChange((accountId: string) =>
    api.DELETE('/api/v1/officials/{id}/account/{accountId}', { params: { path: { id: officialId, accountId } } }),
  );
