import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Policy = Schema<'ReminderPolicyView'>;
export type PolicyDraft = Schema<'ReminderPolicyDto'>;
export type PolicyStep = PolicyDraft['stages'][number];

/** Whose policy: one class's, one program's, or, with neither, that of all classes. */
export interface PolicyScope {
  courseId?: string;
  programId?: string;
}

const POLICIES = ['reminders', 'policies'];

/** The policy in force for a thing, and where it comes from. */
export const usePolicyOf = (scope: PolicyScope) =>
  useQuery({
    queryKey: [...POLICIES, scope],
    queryFn: () => answer(api.GET('/api/v1/reminder-policies', { params: { query: scope } })),
  });

/** What a draft would send for a class; asked again whenever the draft changes. */
export const usePolicyPreview = (courseId: string | null, draft: PolicyDraft) =>
  useQuery({
    queryKey: [...POLICIES, 'preview', courseId, draft],
    enabled: courseId !== null,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: () =>
      answer(
        api.POST('/api/v1/reminder-policies/preview', {
          params: { query: { courseId: courseId ?? '' } },
          body: draft,
        }),
      ),
  });

const versionOf = ({ version }: Policy) => ({ 'if-match': `"${version}"` });

/** Keeps a policy for a thing; what is still to come is planned anew. */
export function useSavePolicy(scope: PolicyScope, read: Policy) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PolicyDraft) =>
      answer(api.PUT('/api/v1/reminder-policies', { params: { query: scope, header: versionOf(read) }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reminders'] }),
  });
}

/** Takes a thing's own policy away: what stands above it counts again. */
export function useRemovePolicy(scope: PolicyScope, read: Policy) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.DELETE('/api/v1/reminder-policies', { params: { query: scope, header: versionOf(read) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reminders'] }),
  });
}
