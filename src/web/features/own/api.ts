import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type OpenClass = Schema<'WishableClass'>;
export type OwnNomination = Schema<'OwnNomination'>;

const OWN = ['own'];

export const useOwnRecord = () =>
  useQuery({ queryKey: [...OWN, 'record'], queryFn: () => answer(api.GET('/api/v1/own/record', {})) });

export const useOwnNominations = () =>
  useQuery({ queryKey: [...OWN, 'nominations'], queryFn: () => answer(api.GET('/api/v1/own/nominations', {})) });

export const useOpenClasses = () =>
  useQuery({ queryKey: [...OWN, 'classes'], queryFn: () => answer(api.GET('/api/v1/own/classes', {})) });

function useChange<Input>(act: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => queries.invalidateQueries({ queryKey: OWN }) });
}

export const useWish = () => useChange((body: Schema<'WishDto'>) => answer(api.POST('/api/v1/own/wishes', { body })));

export const useWithdrawWish = () =>
  useChange((id: string) => answer(api.POST('/api/v1/own/wishes/{id}/withdraw', { params: { path: { id } } })));
