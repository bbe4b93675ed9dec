import { useEffect, useRef } from 'react';

const TRY_AGAIN_MS = 15_000;
/** With the page opened: soon, but after what it asks for first. */
const FIRST_MS = 300;

/** Does something as soon as there is a network, and again every so often while it is still wanted. */
export function useWhenOnline(wanted: boolean, act: () => void): void {
  const latest = useRef(act);
  const opened = useRef(true);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const atOnce = opened.current;
    opened.current = false;
    if (!wanted) return;
    const run = (): void => {
      if (navigator.onLine) latest.current();
    };
    window.addEventListener('online', run);
    const timer = window.setInterval(run, TRY_AGAIN_MS);
    const first = atOnce ? window.setTimeout(run, FIRST_MS) : undefined;
    return () => {
      window.removeEventListener('online', run);
      clearInterval(timer);
      clearTimeout(first);
    };
  }, [wanted]);
}
