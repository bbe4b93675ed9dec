import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Import = Schema<'ImportView'>;
export type ImportItem = Schema<'ImportItem'>;
export type ImportRow = Schema<'ImportRowView'>;
export type ImportTable = Schema<'ImportTable'>;
export type ImportKind = ImportItem['kind'];
export type RowState = ImportRow['state'];

export const KINDS: readonly ImportKind[] = ['officials', 'courses', 'placements'];
const IMPORTS = ['imports'];
/** How often the work at hand is looked at. */
const LOOK_MS = 1000;

/** Whether the product is at work on it. */
export const isAtWork = ({ status }: Pick<ImportItem, 'status'>): boolean =>
  status === 'reading' || status === 'applying';

export const useImports = () =>
  usePages<ImportItem>([...IMPORTS, 'list'], (after) =>
    api.GET('/api/v1/imports', { params: { query: { ...(after && { 'page[after]': after }) } } }),
  );

/** One import; looked at again and again while work on it goes on. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: [...IMPORTS, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_MS : false),
  });

export const useImportRows = (id: string, state: RowState | undefined, version: string) =>
  usePages<ImportRow>([...IMPORTS, 'rows', id, version, state ?? 'all'], (after) =>
    api.GET('/api/v1/imports/{id}/rows', {
      params: { path: { id }, query: { ...(state && { state }), ...(after && { 'page[after]': after }) } },
    }),
  );

/** Hands a workbook in. */
export function useHandIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, file }: { kind: ImportKind; file: File }) =>
      answer(
        api.POST('/api/v1/imports', {
          body: { kind, file: file as unknown as string },
          bodySerializer: () => {
            const form = new FormData();
            form.append('kind', kind);
            form.append('file', file);
            return form;
          },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: IMPORTS }),
  });
}

/** Maps the columns by hand. */
export function useRemap(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'ImportLayoutDto'>) =>
      answer(api.PUT('/api/v1/imports/{id}/layout', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: IMPORTS }),
  });
}

/** Everything that an import changed is read anew. */
function useEverythingAnew() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

export function useApplyImport(id: string) {
  const onSuccess = useEverythingAnew();
  return useMutation({
    mutationFn: (onlySound: boolean) =>
      answer(api.POST('/api/v1/imports/{id}/apply', { params: { path: { id } }, body: { onlySound } })),
    onSuccess,
  });
}

export function useUndoImport(id: string) {
  const onSuccess = useEverythingAnew();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useForgetImport(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/imports/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...IMPORTS, 'list'] }),
  });
}
