import { api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Reminder = Schema<'ReminderView'>;

export interface ReminderFilters {
  courseId?: string;
  unitId?: string;
  state?: Reminder['state'];
}

export const useReminders = (filters: ReminderFilters) =>
  usePages<Reminder>(['reminders', filters], (after) =>
    api.GET('/api/v1/reminders', { params: { query: { ...filters, ...(after && { 'page[after]': after }) } } }),
  );
