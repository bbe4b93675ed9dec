import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type NeedsRow = Schema<'NeedsRow'>;
export type NeedyPerson = Schema<'NeedyPerson'>;

/** The period and what of it is looked at. */
export interface NeedsFilter {
  asOf?: string | undefined;
  until?: string | undefined;
  unitId?: string | undefined;
  programId?: string | undefined;
}

const filled = <T extends object>(query: T) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => Boolean(value))) as { [Key in keyof T]?: never };

export const useNeeds = (filter: NeedsFilter) =>
  useQuery({
    queryKey: ['needs', filter],
    queryFn: () => answer(api.GET('/api/v1/needs', { params: { query: filled(filter) } })),
  });

/** The names behind one line; nothing is asked while there is none. */
export const useNeedyPeople = (filter: NeedsFilter, row: NeedsRow | null) =>
  useQuery({
    queryKey: ['needs', 'people', filter, row?.unit.id, row?.kind, row?.program?.id],
    enabled: row !== null,
    queryFn: () =>
      answer(
        api.GET('/api/v1/needs/people', {
          params: { query: filled({ ...filter, unitId: row?.unit.id, kind: row?.kind, programId: row?.program?.id }) },
        }),
      ),
  });
