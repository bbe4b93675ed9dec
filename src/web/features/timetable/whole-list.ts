/** A list that comes whole, in the form of those that come page by page. */
export const wholeList = <Item, Query extends { data?: { items: Item[] } | undefined }>(query: Query) => {
  const items = query.data?.items ?? ([] as Query extends { data?: { items: (infer One)[] } | undefined } ? One[] : never);
  return {
    ...query,
    items: items as NonNullable<Query['data']>['items'],
    total: items.length,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
  };
};
