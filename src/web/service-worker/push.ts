/** What is sent to a device: no more than a line of the inbox. */
interface Told {
  /** Of the message, so that what comes twice is shown once. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Path within the client. */
  readonly link: string;
}

/** What of the service worker's own world is used here; the client is checked against the page's. */
interface Wakeable {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<Page | null>;
  };
  addEventListener(
    type: 'push',
    listener: (event: ExtendableEvent & { data: { json(): unknown } | null }) => void,
  ): void;
  addEventListener(
    type: 'notificationclick',
    listener: (event: ExtendableEvent & { notification: Notification }) => void,
  ): void;
}
interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface Page {
  navigate(url: string): Promise<Page | null>;
  focus(): Promise<Page>;
}

const worker = globalThis as unknown as Wakeable;

/** Shows what comes, and opens the page it speaks of when it is touched: in a window that is open, else in a new one. */
export function listenForPush(): void {
  worker.addEventListener('push', (event) => {
    const { id, title, body, link } = event.data?.json() as Told;
    event.waitUntil(
      worker.registration.showNotification(title, {
        body,
        tag: id,
        lang: 'vi',
        icon: '/icon-192.png',
        badge: '/icon-192.png',
        data: { link },
      }),
    );
  });
  worker.addEventListener('notificationclick', (event) => {
    const { link } = event.notification.data as Pick<Told, 'link'>;
    event.notification.close();
    event.waitUntil(open(link));
  });
}

async function open(link: string): Promise<void> {
  const url = new URL(link, location.origin);
  // Nobody is led elsewhere by a message.
  const safe = url.origin === location.origin ? url.href : location.origin;
  const [page] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: false });
  if (!page) {
    await worker.clients.openWindow(safe);
    return;
  }
  // A browser may refuse to raise a window; the page it leads to is opened all the same.
  await page.focus().catch(() => undefined);
  await page.navigate(safe);
}
