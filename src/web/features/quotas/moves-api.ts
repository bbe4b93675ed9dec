import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Grant = Schema<'GrantView'>;
export type Hold = Schema<'HoldView'>;
export type Transfer = Schema<'TransferView'>;
export type Offer = Schema<'OfferView'>;
export type LedgerEntry = Schema<'LedgerEntryView'>;

const PLACES = ['quotas'];
const SHOWN = 50;

/** After any movement: every number of places, and the home page that counts them, is asked for again. */
export function useMovement<Body, Answer>(act: (body: Body) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => Promise.all([PLACES, ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Every list of movements comes page by page. */
const page = <Filters extends object>(filters: Filters, after: string | undefined) => ({
  params: { query: { ...filters, 'page[size]': SHOWN, ...(after && { 'page[after]': after }) } },
});

export const useGrants = (period: number) =>
  usePages<Grant>([...PLACES, 'grants', period], (after) => api.GET('/api/v1/quotas/grants', page({ period }, after)));
export const useHolds = (period: number) =>
  usePages<Hold>([...PLACES, 'holds', period], (after) => api.GET('/api/v1/quotas/holds', page({ period }, after)));
export const useTransfers = (period: number) =>
  usePages<Transfer>([...PLACES, 'transfers', period], (after) =>
    api.GET('/api/v1/quotas/transfers', page({ period }, after)),
  );
export const useOffers = (period: number) =>
  usePages<Offer>([...PLACES, 'offers', period], (after) => api.GET('/api/v1/quotas/offers', page({ period }, after)));
export const useReturnRules = (period: number) =>
  useQuery({
    queryKey: [...PLACES, 'rules', period],
    queryFn: () => answer(api.GET('/api/v1/quotas/return-rules', { params: { query: { period } } })),
  });

/** Which movements of a year are looked for. */
export interface LedgerFilters {
  readonly programId?: string;
  readonly unitId?: string;
  readonly kind?: LedgerEntry['kind'];
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
}
export const useLedger = (period: number, filters: LedgerFilters) =>
  usePages<LedgerEntry>([...PLACES, 'ledger', period, filters], (after) =>
    api.GET('/api/v1/quotas/ledger', page({ period, ...filters }, after)),
  );
export const useCutPreview = (id: string, places: number) =>
  useQuery({
    queryKey: [...PLACES, 'cut', id, places],
    queryFn: () => answer(api.GET('/api/v1/quotas/grants/{id}/cut', { params: { path: { id }, query: { places } } })),
    enabled: places > 0,
  });

export const useAddGrant = () =>
  useMovement((body: Schema<'CreateGrantDto'>) => answer(api.POST('/api/v1/quotas/grants', { body })));
export const useCorrectGrant = (id: string) =>
  useMovement((body: Schema<'CorrectGrantDto'>) =>
    answer(api.PATCH('/api/v1/quotas/grants/{id}', { params: { path: { id } }, body })),
  );
export const useCutGrant = (id: string) =>
  useMovement((body: Schema<'CutGrantDto'>) =>
    answer(api.POST('/api/v1/quotas/grants/{id}/cut', { params: { path: { id } }, body })),
  );
export const useAddHold = () =>
  useMovement((body: Schema<'HoldPlacesDto'>) => answer(api.POST('/api/v1/quotas/holds', { body })));
export const useReleaseHold = () =>
  useMovement((id: string) => answer(api.POST('/api/v1/quotas/holds/{id}/release', { params: { path: { id } } })));
export const useAskTransfer = () =>
  useMovement((body: Schema<'AskTransferDto'>) => answer(api.POST('/api/v1/quotas/transfers', { body })));

export type TransferStep = 'agree' | 'approve' | 'refuse' | 'withdraw';
export const useTransferStep = () =>
  useMovement(({ id, step, ...body }: { id: string; step: TransferStep } & Schema<'AnswerTransferDto'>) => {
    const request = { params: { path: { id } }, body };
    switch (step) {
      case 'agree':
        return answer(api.POST('/api/v1/quotas/transfers/{id}/agree', request));
      case 'approve':
        return answer(api.POST('/api/v1/quotas/transfers/{id}/approve', request));
      case 'refuse':
        return answer(api.POST('/api/v1/quotas/transfers/{id}/refuse', request));
      case 'withdraw':
        return answer(api.POST('/api/v1/quotas/transfers/{id}/withdraw', request));
    }
  });
export const useOfferPlaces = () =>
  useMovement((body: Schema<'OfferPlacesDto'>) => answer(api.POST('/api/v1/quotas/offers', { body })));
export const useSetReturnRule = () =>
  useMovement((body: Schema<'ReturnRuleDto'>) => answer(api.PUT('/api/v1/quotas/return-rules', { body })));
export const useAnswerOffer = () =>
  useMovement(({ id, places, reason }: { id: string; places: number | null; reason?: string }) =>
    places === null
      ? answer(
          api.POST('/api/v1/quotas/offers/{id}/decline', {
            params: { path: { id } },
            body: { ...(reason && { reason }) },
          }),
        )
      : answer(api.POST('/api/v1/quotas/offers/{id}/accept', { params: { path: { id } }, body: { places } })),
  );
