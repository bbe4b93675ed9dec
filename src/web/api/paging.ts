import { useInfiniteQuery } from '@tanstack/react-query';
import { answer } from './client';

/** A piece of a list as the API gives it. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
  /** Whether there are more than `total`. */
  totalCapped?: boolean;
}

/**
 * A list that grows page by page.
 * @param load asks for the page after a cursor; undefined is the first.
 */
export function usePages<Item>(
  key: readonly unknown[],
  load: (after?: string) => Promise<{ data?: Page<Item> }>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answer(load(pageParam)),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return {
    ...query,
    items,
    total: query.data?.pages[0]?.total ?? 0,
    totalCapped: query.data?.pages[0]?.totalCapped ?? false,
  };
}
