import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../api/problem';
import { notifyDone } from '../../components/notify';
import {
  checkMove,
  type FreeSlot,
  freeSlotsOf,
  type Place,
  type Session,
  useMoveSession,
  useReadSessionsAgain,
} from './api';

/** What stands in the way of a session where it is being dragged to, or was dropped. */
export interface Trouble {
  readonly session: Session;
  readonly messages: readonly string[];
  readonly slots: readonly FreeSlot[];
  /** Whether it was dropped there and sent back; else it still hangs at the pointer. */
  readonly refused: boolean;
}

export interface Trial {
  readonly trouble: Trouble | null;
  /** Asks what would come of a session at a place; answers that come late are left aside. */
  look: (session: Session, place: Place) => void;
  /** Stores it there. @param goBack called when it is refused. */
  store: (session: Session, place: Place, goBack?: () => void) => void;
  /** Forgets what was said of a place. */
  leave: () => void;
}

/** A pointer passes many places; only those where it rests so long are asked about. */
const REST_MS = 80;

/**
 * Tries places for a session while it is dragged, and stores it where it is dropped. What it gives to call stays the same
 * from one drawing to the next.
 */
export function useTrial(): Trial {
  const { t } = useTranslation();
  const { mutate } = useMoveSession();
  const readAgain = useReadSessionsAgain();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asked = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = useCallback((): void => {
    asked.current = '';
    clearTimeout(timer.current);
    setTrouble(null);
  }, []);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const look = useCallback<Trial['look']>(
    (session, place) => {
      const key = JSON.stringify([session.id, place]);
      if (asked.current === key) return;
      asked.current = key;
      clearTimeout(timer.current);
      const ask = async (): Promise<void> => {
        const { clashes, freeSlots } = await checkMove(session, place);
        if (asked.current !== key) return;
        const messages = clashes.map(({ message }) => message);
        setTrouble(messages.length > 0 ? { session, messages, slots: freeSlots, refused: false } : null);
      };
      timer.current = setTimeout(() => void ask().catch(leave), REST_MS);
    },
    [leave],
  );
  const store = useCallback<Trial['store']>(
    (session, place, goBack) => {
      leave();
      mutate(
        { id: session.id, version: session.version, ...place },
        {
          onSuccess: () => {
            notifyDone(t('calendar.moved'));
          },
          onError: (error) => {
            goBack?.();
            readAgain();
            setTrouble({ session, messages: [messageOf(error)], slots: freeSlotsOf(error), refused: true });
          },
        },
      );
    },
    [leave, mutate, readAgain, t],
  );
  return { trouble, leave, look, store };
}
