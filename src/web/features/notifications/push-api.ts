import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

const DEVICES = ['notifications', 'devices'];

/** Whether this browser can be told at once at all: a page without encryption, or an old browser, cannot. */
export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** Devices of the reader that are told at once. */
export const useDevices = () =>
  useQuery({ queryKey: DEVICES, queryFn: () => answer(api.GET('/api/v1/inbox/devices')) });

/** The address by which this browser is known to its push service; null while it is not told. */
export const useThisDevice = () =>
  useQuery({
    queryKey: [...DEVICES, 'this'],
    queryFn: async () => (await subscriptionOfThis())?.endpoint ?? null,
  });

async function subscriptionOfThis(): Promise<PushSubscription | null> {
  if (!canPush()) return null;
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** The reader said no, or the browser reaches no push service. */
export class PushRefused extends Error {}

/** Asks the reader, subscribes at the push service of the browser, and tells the server where that is. */
export function useSubscribe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (publicKey: string) => {
      if ((await Notification.requestPermission()) !== 'granted') throw new PushRefused('denied');
      const worker = await navigator.serviceWorker.ready;
      const options = { userVisibleOnly: true, applicationServerKey: publicKey };
      const subscription = await worker.pushManager.subscribe(options).catch(() => {
        throw new PushRefused('unreachable');
      });
      const { endpoint = '', keys = {} } = subscription.toJSON();
      const { p256dh = '', auth = '' } = keys;
      return answer(
        api.POST('/api/v1/inbox/devices', { body: { endpoint, keys: { p256dh, auth }, device: thisDevice() } }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: DEVICES }),
  });
}

/** Tells a device no more; this browser also ends its subscription. */
export function useForgetDevice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, endpoint }: { id: string; endpoint: string }) => {
      await api.DELETE('/api/v1/inbox/devices/{id}', { params: { path: { id } } });
      const own = await subscriptionOfThis();
      if (own?.endpoint === endpoint) await own.unsubscribe();
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: DEVICES }),
  });
}

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What the reader knows this device by. */
function thisDevice(): string {
  const name = (all: readonly [RegExp, string][]): string | undefined =>
    all.find(([sign]) => sign.test(navigator.userAgent))?.[1];
  return [name(BROWSERS), name(SYSTEMS)].filter(Boolean).join(', ') || 'Web';
}
