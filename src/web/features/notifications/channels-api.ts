import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';
import { usePages } from '../../api/paging';

export type Preferences = Schema<'PreferencesView'>;
export type Contact = Schema<'ContactView'>;
export type ContactChange = Schema<'ContactDto'>;
export type Office = Schema<'UnitContactView'>;
export type ChannelLine = Schema<'ChannelView'>;
export type ReportMailbox = Schema<'MailboxView'>;
export type Delivery = Schema<'DeliveryView'>;
export type ChannelName = ChannelLine['name'];
export type DeliveryState = Delivery['state'];
export type MessageGroup = 'calls' | 'requests' | 'news';

export const MESSAGE_GROUPS: readonly MessageGroup[] = ['calls', 'requests', 'news'];

const PREFERENCES = ['notifications', 'preferences'];
const CHANNELS = ['channels'];
const LOOK_AGAIN_MS = 15_000;

/** By what the reader is told of what, and where. */
export const usePreferences = () =>
  useQuery({ queryKey: PREFERENCES, queryFn: () => answer(api.GET('/api/v1/inbox/preferences')) });

export function useChoose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'PreferencesDto'>) => answer(api.PUT('/api/v1/inbox/preferences', { body })),
    onSuccess: (saved) => queries.setQueryData(PREFERENCES, saved),
  });
}

export function useSetOwnContact() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactChange) => answer(api.PUT('/api/v1/inbox/contact', { body })),
    onSuccess: (saved) => queries.setQueryData(PREFERENCES, saved),
  });
}

/** Where an account is reached, as the board sees it. */
export const useContact = (id: string) =>
  useQuery({
    queryKey: ['accounts', id, 'contact'],
    queryFn: () => answer(api.GET('/api/v1/accounts/{id}/contact', { params: { path: { id } } })),
  });

export function useSetContact(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactChange) =>
      answer(api.PUT('/api/v1/accounts/{id}/contact', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

const office = (id: string) => ['units', id, 'office'];

/** The office of a unit, and what goes there as a copy. */
export const useOffice = (id: string) =>
  useQuery({
    queryKey: office(id),
    queryFn: () => answer(api.GET('/api/v1/units/{id}/contact', { params: { path: { id } } })),
  });

export function useSetOffice({ unitId, version }: Office) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'UnitContactDto'>) =>
      answer(
        api.PUT('/api/v1/units/{id}/contact', {
          params: { path: { id: unitId }, header: { 'if-match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: (saved) => queries.setQueryData(office(unitId), saved),
  });
}

/** Every channel, with what it carries. */
export const useChannels = () =>
  useQuery({
    queryKey: CHANNELS,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: () => answer(api.GET('/api/v1/channels')),
  });

export function useSetPace({ name, version }: ChannelLine) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (perMinute: number | null) =>
      answer(
        api.PUT('/api/v1/channels/{channel}', {
          params: { path: { channel: name }, header: { 'if-match': `"${version}"` } },
          body: { perMinute },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: CHANNELS }),
  });
}

/** Addresses that give mail back. */
export const useBounced = () =>
  useQuery({ queryKey: ['accounts', 'bounced'], queryFn: () => answer(api.GET('/api/v1/deliveries/bounced')) });

/** What went out, waits, failed, or is kept for want of a mail server. */
export const useDeliveries = (state: DeliveryState | null, channel: ChannelName | null) =>
  usePages<Delivery>(['deliveries', state, channel], (after) =>
    api.GET('/api/v1/deliveries', {
      params: {
        query: { ...(state && { state }), ...(channel && { channel }), ...(after && { 'page[after]': after }) },
      },
    }),
  );
