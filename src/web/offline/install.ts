/**
 * The service worker: it keeps the application on this machine. Browsers allow it only over https or on the machine itself;
 * elsewhere everything works as long as there is a network.
 */

const LOOK_AGAIN_MS = 60 * 60 * 1000;

let waiting: ServiceWorker | undefined;
/** A page of the version that runs is gone from the server: only reloading helps. */
let outdated = false;
const listeners = new Set<() => void>();

/** Tells when a newer version is there. @returns what stops it */
export function onNewVersion(tell: () => void): () => void {
  listeners.add(tell);
  if (waiting || outdated) tell();
  return () => {
    listeners.delete(tell);
  };
}

/** Reloads into the newer version. */
export function takeNewVersion(): void {
  if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' });
  else window.location.reload();
}

/** Keeps the application on this machine, and looks for newer versions from time to time. */
export function install(): void {
  window.addEventListener('vite:preloadError', () => {
    outdated = navigator.onLine;
    if (outdated) tellAll();
  });
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // The first one takes over without a reload; every other is a newer version that somebody asked for.
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) window.location.reload();
    controlled = true;
  });
  void serviceWorker
    .register('/sw.js', { updateViaCache: 'none' })
    .then(watch)
    .catch(() => undefined); // a browser that forbids it (a private window of some)
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = (): void => {
    void registration.update().catch(() => undefined);
  };
  const noticed = (): void => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && navigator.serviceWorker.controller) found(installing);
    });
  };
  if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
  registration.addEventListener('updatefound', noticed);
  window.setInterval(look, LOOK_AGAIN_MS);
  window.addEventListener('online', look);
}

function found(worker: ServiceWorker): void {
  waiting = worker;
  tellAll();
}

function tellAll(): void {
  for (const tell of listeners) tell();
}
