import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Grant = Schema<'GrantView'>;
export type Hold = Schema<'HoldView'>;
export type Transfer = Schema<'TransferView'>;
export type Offer = Schema<'OfferView'>;
export type LedgerEntry = Schema<'LedgerEntryView'>;

const PLACES = ['quotas'];
const SHOWN = 200;

/** After any movement: every number of places, and the home page that counts them, is asked for again. */
export function useMovement<Body, Answer>(act: (body: Body) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => Promise.all([PLACES, ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

const page = (period: number) => ({ params: { query: { period, 'page[size]': SHOWN } } });

export const useGrants = (period: number) =>
  useQuery({
    queryKey: [...PLACES, 'grants', period],
    queryFn: () => answer(api.GET('/api/v1/quotas/grants', page(period))),
  });
export const useHolds = (period: number) =>
  useQuery({
    queryKey: [...PLACES, 'holds', period],
    queryFn: () => answer(api.GET('/api/v1/quotas/holds', page(period))),
  });
export const useTransfers = (period: number) =>
  useQuery({
    queryKey: [...PLACES, 'transfers', period],
    queryFn: () => answer(api.GET('/api/v1/quotas/transfers', page(period))),
  });
export const useOffers = (period: number) =>
  useQuery({
    queryKey: [...PLACES, 'offers', period],
    queryFn: () => answer(api.GET('/api/v1/quotas/offers', page(period))),
  });
export const useReturnRules = (period: number) =>
  useQuery({
    queryKey: [...PLACES, 'rules', period],
    queryFn: () => answer(api.GET('/api/v1/quotas/return-rules', page(period))),
  });
export const useLedger = (period: number, programId: string | undefined, after: string | undefined) =>
  useQuery({
    queryKey: [...PLACES, 'ledger', period, programId, after],
    queryFn: () =>
      answer(
        api.GET('/api/v1/quotas/ledger', {
          params: {
            query: {
              period,
              'page[size]': 50,
              ...(programId && { programId }),
              ...(after && { 'page[after]': after }),
            },
          },
        }),
      ),
  });
export const useCutPreview = (id: string, places: number) =>
  useQuery({
    queryKey: [...PLACES, 'cut', id, places],
    queryFn: () => answer(api.GET('/api/v1/quotas/grants/{id}/cut', { params: { path: { id }, query: { places } } })),
    enabled: places > 0,
  });

export const useAddGrant = () =>
  useMovement((body: Schema<'CreateGrantDto'>) => answer(api.POST('/api/v1/quotas/grants', { body })));
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
  useMovement(({ id, step }: { id: string; step: TransferStep }) => {
    const request = { params: { path: { id } }, body: {} };
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
  useMovement(({ id, places }: { id: string; places: number | null }) =>
    places === null
      ? answer(api.POST('/api/v1/quotas/offers/{id}/decline', { params: { path: { id } }, body: {} }))
      : answer(api.POST('/api/v1/quotas/offers/{id}/accept', { params: { path: { id } }, body: { places } })),
  );
