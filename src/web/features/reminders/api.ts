import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Reminder = Schema<'ReminderView'>;

export interface ReminderFilters {
  courseId?: string;
  unitId?: string;
  state?: Reminder['state'];
}

const REMINDERS = ['reminders'];

export const useReminders = (filters: ReminderFilters) =>
  usePages<Reminder>([...REMINDERS, filters], (after) =>
    api.GET('/api/v1/reminders', { params: { query: { ...filters, ...(after && { 'page[after]': after }) } } }),
  );

/** The rules in force for a class, and whether its reminders are held back. */
export const usePolicy = (courseId: string) =>
  useQuery({
    queryKey: [...REMINDERS, 'policy', courseId],
    queryFn: () => answer(api.GET('/api/v1/reminder-policies', { params: { query: { courseId } } })),
  });

/** A change of what is planned or how: every list of reminders is asked anew. */
function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: REMINDERS }) });
}

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
