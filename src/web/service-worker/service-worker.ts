import { listenForPush } from './push';
import { CacheFirst, ExpirationPlugin, NavigationRoute, Serwist } from 'serwist';

/**
 * Keeps the application itself on the machine, so that it opens without a network. Answers of the API never pass through
 * here: what of them is kept for off line work is kept by `offline/`, per account, and wiped at log-out.
 */

/** Written in at the build: the frame and the pages that work without a network, by `precache-plugin.ts`. */
declare const __PRECACHED__: { url: string; revision: string | null }[];

/** Pages that were visited, kept until newer ones push them out. */
const MOST_FILES = 160;

const worker = new Serwist({
  precacheEntries: __PRECACHED__,
  precacheOptions: { cleanupOutdatedCaches: true },
  // A new version waits until the reader agrees: nobody's page changes under their hands.
  skipWaiting: false,
  clientsClaim: true,
  disableDevLogs: true,
  runtimeCaching: [
    {
      // Names carry a hash of the content: what was fetched once is right for ever.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
      handler: new CacheFirst({
        cacheName: 'visited-pages',
        plugins: [new ExpirationPlugin({ maxEntries: MOST_FILES, maxAgeFrom: 'last-used' })],
      }),
    },
  ],
});
worker.registerRoute(new NavigationRoute(worker.createHandlerBoundToUrl('/index.html'), { denylist: [/^\/api\//] }));
worker.addEventListeners();
listenForPush();
