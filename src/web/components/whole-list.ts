/** A list that comes whole, in the form of those that come page by page. */
export function wholeList<Item>(query: {
  data?: { items: Item[] } | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}) {
  const items = query.data?.items ?? [];
  return {
    items,
    total: items.length,
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
  };
}
