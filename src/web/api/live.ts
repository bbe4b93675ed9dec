import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What is read again when something of a kind has changed. */
const READ_AGAIN: Readonly<Record<string, readonly string[]>> = {
  nomination: ['nominations', 'courses', 'home', 'quotas'],
  course: ['courses', 'nominations', 'home'],
  notification: ['notifications'],
  'quota-grant': ['quotas', 'home'],
  'quota-hold': ['quotas'],
  'quota-offer': ['quotas'],
  'quota-transfer': ['quotas'],
};
const EVERYTHING = ['nominations', 'courses', 'home', 'quotas', 'notifications'];
const ME = 'me';

/** Changes of a moment are read together, and not by every window of the country at the same instant. */
const GATHER_MS = 250;
const SPREAD_MS = 500;
/** After the server has refused the line. */
const TRY_AGAIN_MS = 60_000;
const NAME = 'hong-chuyen-live';

type Hear = (keys: readonly string[]) => void;

/** Keeps what is shown true while others work: one line to the server for all windows of this browser. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const hear = gathering(queries);
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
      hear(data);
    };
    const stop = holdLine((keys) => {
      hear(keys);
      channel.postMessage(keys);
    });
    return () => {
      stop();
      channel.close();
    };
  }, [queries]);
}

function gathering(queries: QueryClient): Hear {
  const waiting = new Set<string>();
  let timer: number | undefined;
  return (keys) => {
    for (const key of keys) waiting.add(key);
    timer ??= window.setTimeout(
      () => {
        timer = undefined;
        for (const key of waiting) void queries.invalidateQueries({ queryKey: [key] });
        waiting.clear();
      },
      GATHER_MS + Math.random() * SPREAD_MS,
    );
  };
}

/**
 * One window holds the line for all; when it is closed, the next takes it. Browsers open only six connections to a
 * server, and without the lock (plain http) each window has a line of its own while it is looked at.
 */
function holdLine(say: Hear): () => void {
  const stop = new AbortController();
  if ('locks' in navigator) {
    navigator.locks
      .request(NAME, { signal: stop.signal }, async () => {
        // Its turn had come and was not told yet when it was closed: nobody would end this line.
        if (stop.signal.aborted) return;
        const close = openLine(say);
        await new Promise<void>((resolve) => {
          stop.signal.addEventListener('abort', () => {
            close();
            resolve();
          });
        });
      })
      .catch(() => undefined); // closed before its turn came
    return () => {
      stop.abort();
    };
  }
  return whileLookedAt(() => openLine(say));
}

function whileLookedAt(open: () => () => void): () => void {
  let close: (() => void) | undefined;
  const turn = (): void => {
    if (document.hidden) {
      close?.();
      close = undefined;
    } else close ??= open();
  };
  turn();
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    close?.();
  };
}

/** @returns what closes it. */
function openLine(say: Hear): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let before = false;
  const connect = (): void => {
    source = new EventSource('/api/v1/live');
    source.addEventListener('open', () => {
      // What changed while the line was down was not heard.
      if (before) say(EVERYTHING);
      before = true;
    });
    source.addEventListener('missed', () => {
      say(EVERYTHING);
    });
    source.addEventListener('ended', () => {
      source?.close();
      say([ME]);
    });
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      const { topic } = JSON.parse(data) as { topic: string };
      say(READ_AGAIN[topic] ?? []);
    });
    source.addEventListener('error', () => {
      // The browser tries again by itself, but for a refusal.
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(connect, TRY_AGAIN_MS);
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
