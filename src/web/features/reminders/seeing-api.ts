import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Delivery = Schema<'ReminderDelivery'>;
export type Responsiveness = Schema<'UnitResponsiveness'>;

const SEEING = ['reminders', 'seeing'];

/** What is due in the coming days, of all classes. */
export const useUpcoming = (days: number) =>
  useQuery({
    queryKey: [...SEEING, 'upcoming', days],
    queryFn: () => answer(api.GET('/api/v1/reminders/upcoming', { params: { query: { days } } })),
  });

/** Who got what about a class, and what came of it. */
export const useDeliveries = (courseId: string) =>
  usePages<Delivery>([...SEEING, 'deliveries', courseId], (after) =>
    api.GET('/api/v1/reminders/deliveries', {
      params: { query: { courseId, ...(after && { 'page[after]': after }) } },
    }),
  );

/** How units answered the calls of a year, or of all. */
export const useResponsiveness = (year: number | null) =>
  useQuery({
    queryKey: [...SEEING, 'responsiveness', year],
    queryFn: () =>
      answer(
        api.GET('/api/v1/reminders/responsiveness', {
          params: { query: year === null ? {} : { from: year, to: year } },
        }),
      ),
  });
