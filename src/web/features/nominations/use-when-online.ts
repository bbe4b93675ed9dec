import { useEffect, useRef } from 'react';

const TRY_AGAIN_MS = 15_000;

/** Does something as soon as there is a network, and again every so often while it is still wanted. */
export function useWhenOnline(wanted: boolean, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!wanted) return;
    const run = (): void => {
      if (navigator.onLine) latest.current();
    };
    window.addEventListener('online', run);
    const timer = window.setInterval(run, TRY_AGAIN_MS);
    return () => {
      window.removeEventListener('online', run);
      clearInterval(timer);
    };
  }, [wanted]);
}
