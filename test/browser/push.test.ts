import type { CDPSession, Page, Worker } from 'playwright-core';
import { until } from '../support/until.js';
import { type Product, startProduct } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 90_000);
afterAll(() => product.stop());

/** What the server encrypts for a device: the inbox's own line. */
const TOLD = {
  id: '0193f6a2-1111-7000-8000-000000000001',
  title: 'Mời cử cán bộ học lớp CNKT-2026',
  body: 'Lớp đang nhận danh sách cử đi học. Hạn nộp: hết ngày 15/04/2026.',
  link: '/hop-thu',
};

/** Notifications that the device shows. */
const shown = (page: Page): Promise<object[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
  });

/** Delivers to the service worker what a push service would, by the browser's own means for developers. */
async function pushTo(page: Page): Promise<(told: object) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const ids: string[] = [];
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    ids.push(...registrations.map(({ registrationId }) => registrationId));
  });
  await session.send('ServiceWorker.enable');
  await until('the browser names the service worker', () => ids.length > 0);
  return async (told) => {
    await session.send('ServiceWorker.deliverPushMessage', {
      origin: product.url,
      registrationId: ids.at(-1) ?? '',
      data: JSON.stringify(told),
    });
  };
}

test('what is pushed to a device is shown in Vietnamese, once, and touching it opens the page it speaks of', async () => {
  const page = await product.as('xa-bix', 390, 'installed');
  await page.context().grantPermissions(['notifications'], { origin: product.url });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const push = await pushTo(page);

  await push(TOLD);
  await until('it is shown', async () => (await shown(page)).length === 1);
  const { title, body, id } = TOLD;
  expect(await shown(page)).toEqual([{ title, body, tag: id, lang: 'vi' }]);
  // The same message again, after a retry of the server's: still one.
  await push(TOLD);
  await push({
    ...TOLD,
    id: '0193f6a2-1111-7000-8000-000000000002',
    title: 'Nhắc: lớp CNKT-2026',
    link: 'https://xa.example/lua-dao',
  });
  await until('the second is shown', async () => (await shown(page)).length === 2);

  const [worker] = page.context().serviceWorkers();
  await touch(worker!, TOLD.id);
  await page.waitForURL(`${product.url}/hop-thu`);
  await page.getByRole('heading', { name: 'Hộp thư' }).first().waitFor();
  expect(await shown(page)).toHaveLength(1);
  // A link that leads elsewhere leads home.
  await touch(worker!, '0193f6a2-1111-7000-8000-000000000002');
  await page.waitForURL(`${product.url}/`);
  expect(await shown(page)).toHaveLength(0);
}, 60_000);

/** Touches a notification: a browser without a screen has no hand for that, so its event is made. */
const touch = (worker: Worker, tag: string): Promise<void> =>
  worker.evaluate(async (wanted) => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      dispatchEvent(event: Event): boolean;
      NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
    };
    const [notification] = await scope.registration.getNotifications({ tag: wanted });
    if (!notification) throw new Error('It is not shown');
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
  }, tag);
