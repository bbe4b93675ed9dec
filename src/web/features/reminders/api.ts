import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Reminder = Schema<'ReminderView'>;
export type Policy = Schema<'ReminderPolicyView'>;
export type PolicyDraft = Schema<'ReminderPolicyDto'>;
export type Preview = Schema<'ReminderPreview'>;

export interface ReminderFilters {
  courseId?: string;
  unitId?: string;
  state?: Reminder['state'];
}

/** Whose policy: one class's, one program's, or, with neither, that of all classes. */
export interface PolicyScope {
  programId?: string;
  courseId?: string;
}

const REMINDERS = ['reminders'];

export const useReminders = (filters: ReminderFilters) =>
  usePages<Reminder>([...REMINDERS, filters], (after) =>
    api.GET('/api/v1/reminders', { params: { query: { ...filters, ...(after && { 'page[after]': after }) } } }),
  );

export const usePolicy = (query: PolicyScope, enabled = true) =>
  useQuery({
    queryKey: [...REMINDERS, 'policy', query],
    queryFn: () => answer(api.GET('/api/v1/reminder-policies', { params: { query } })),
    enabled,
  });

/** What would go for a class: by the draft at hand. */
export const usePreview = (courseId: string | undefined, draft: PolicyDraft) =>
  useQuery({
    queryKey: [...REMINDERS, 'preview', courseId, draft],
    queryFn: () =>
      answer(
        api.POST('/api/v1/reminder-policies/preview', { params: { query: { courseId: courseId ?? '' } }, body: draft }),
      ),
    enabled: courseId !== undefined,
    retry: false,
    placeholderData: (before) => before,
  });

/** A change of what is planned or how: every list of reminders is asked anew. */
function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: REMINDERS }) });
}

export const useSetPolicy = (query: PolicyScope) =>
  useChange(({ draft, version }: { draft: PolicyDraft; version: number }) =>
    answer(
      api.PUT('/api/v1/reminder-policies', {
        params: { query, header: { 'if-match': `"${version}"` } },
        body: draft,
      }),
    ),
  );

export const useRemovePolicy = (query: PolicyScope) =>
  useChange((version: number) =>
    answer(api.DELETE('/api/v1/reminder-policies', { params: { query, header: { 'if-match': `"${version}"` } } })),
  );

export const useNudge = () =>
  useChange((body: Schema<'NudgeDto'>) => answer(api.POST('/api/v1/reminders/nudge', { body })));

export const useHold = (courseId: string) =>
  useChange((hold: boolean) =>
    answer(
      hold
        ? api.POST('/api/v1/reminders/pause', { body: { courseId } })
        : api.POST('/api/v1/reminders/resume', { body: { courseId } }),
    ),
  );

export const useSendNow = () =>
  useChange((id: string) => answer(api.POST('/api/v1/reminders/{id}/send-now', { params: { path: { id } } })));

export const useCancelReminder = () =>
  useChange((id: string) => answer(api.POST('/api/v1/reminders/{id}/cancel', { params: { path: { id } } })));

export const useMoveReminder = () =>
  useChange(({ id, on }: { id: string; on: string }) =>
    answer(api.POST('/api/v1/reminders/{id}/move', { params: { path: { id } }, body: { on } })),
  );
