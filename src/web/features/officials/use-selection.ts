import { useCallback, useState } from 'react';

/**
 * Which rows of a list are chosen: some of those that are shown, or everything that its filter finds.
 * @param scope what the list shows; another scope begins with nobody chosen.
 */
export function useSelection<Row extends { id: string }>(rows: readonly Row[], scope: string) {
  const [state, setState] = useState<{ scope: string; ids: ReadonlySet<string>; everything: boolean }>({
    scope,
    ids: new Set(),
    everything: false,
  });
  if (state.scope !== scope) setState({ scope, ids: new Set(), everything: false });
  const { ids, everything } = state;
  const shown = rows.filter(({ id }) => ids.has(id)).length;
  const toggleId = useCallback((id: string) => {
    setState((before) => {
      const next = new Set(before.ids);
      if (!next.delete(id)) next.add(id);
      return { ...before, ids: next, everything: false };
    });
  }, []);
  return {
    ids,
    everything,
    has: ({ id }: Row): boolean => everything || ids.has(id),
    toggle: ({ id }: Row): void => {
      toggleId(id);
    },
    toggleId,
    state: shown === 0 ? ('none' as const) : shown === rows.length ? ('all' as const) : ('some' as const),
    toggleAll: (): void => {
      const next = shown === rows.length ? [] : rows.map(({ id }) => id);
      setState({ scope, ids: new Set(next), everything: false });
    },
    chooseEverything: (): void => {
      setState({ scope, ids: new Set(rows.map(({ id }) => id)), everything: true });
    },
    clear: (): void => {
      setState({ scope, ids: new Set(), everything: false });
    },
  };
}
