import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';
import { logOut, welcome, whoAmI } from './session';

export const ME = ['me'];

/** Who is logged in. */
export const useMe = () => useQuery({ queryKey: ME, queryFn: whoAmI, retry: false });

/** Whether the reader has an ability. */
export const useMay = (ability: string): boolean => useMe().data?.abilities.includes(ability) ?? false;

/** Whether this is the demo, whose accounts the log-in page names. */
export const useDemo = () => useQuery({ queryKey: ['demo'], queryFn: () => answer(api.GET('/api/v1/auth/demo')) });

export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'LoginDto'>) => answer(api.POST('/api/v1/auth/login', { body })),
    onSuccess: async (me) => {
      await welcome(me);
      queries.clear();
      queries.setQueryData(ME, me);
    },
  });
}

export function useLogOut() {
  return useMutation({
    mutationFn: logOut,
    onSettled: () => {
      window.location.assign('/dang-nhap');
    },
  });
}

export function useSaveLocale() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (locale: 'vi' | 'en') => answer(api.PATCH('/api/v1/auth/me', { body: { locale } })),
    onSuccess: (me) => {
      queries.setQueryData(ME, me);
      void queries.invalidateQueries();
    },
  });
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'ChangePasswordDto'>) => api.PUT('/api/v1/auth/password', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ME }),
  });
}

const TOKENS = ['tokens'];
export const useTokens = () => useQuery({ queryKey: TOKENS, queryFn: () => answer(api.GET('/api/v1/auth/tokens')) });

export function useCreateToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answer(api.POST('/api/v1/auth/tokens', { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: TOKENS }),
  });
}

export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/auth/tokens/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: TOKENS }),
  });
}

const ACCOUNTS = ['accounts'];
export const useAccounts = (q: string) =>
  usePages<Schema<'AccountView'>>([...ACCOUNTS, q], (after) =>
    api.GET('/api/v1/accounts', { params: { query: { ...(q && { q }), ...(after && { 'page[after]': after }) } } }),
  );

export function useCreateAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'CreateAccountDto'>) => answer(api.POST('/api/v1/accounts', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ACCOUNTS }),
  });
}

export function useUpdateAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Schema<'UpdateAccountDto'> & { id: string }) =>
      answer(api.PATCH('/api/v1/accounts/{id}', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ACCOUNTS }),
  });
}

export const useResetPassword = () =>
  useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/v1/accounts/{id}/reset-password', { params: { path: { id } } })),
  });
