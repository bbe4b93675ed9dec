import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keepLocalDraft, waitingDrafts } from '../../offline/drafts';
import { useRefreshCourses } from '../courses/api';
import { useMe } from '../identity/api';
import { type Sending, sendWaiting } from './send-list';
import { useWhenOnline } from './use-when-online';

/** Sends lists that wait for the network, wherever the reader is; the page of a class sends its own. */
export function WaitingLists() {
  const { t } = useTranslation();
  const refresh = useRefreshCourses();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const accountId = useMe().data?.id;
  const path = useRef(pathname);
  useEffect(() => {
    path.current = pathname;
  });
  const sendAll = async (account: string): Promise<void> => {
    for (const { courseId, draft } of await waitingDrafts(account)) {
      if (path.current === `/lop/${courseId}/de-cu`) continue;
      const sending = await sendWaiting(courseId, draft);
      if (sending.outcome === 'unreachable') return;
      const isSent = sending.outcome === 'sent';
      const kept = { ...draft, waiting: false, saved: sending.outcome === 'changed' };
      await keepLocalDraft(account, courseId, isSent ? { ...kept, people: [] } : kept);
      if (isSent) void refresh();
      tell(courseId, sending);
    }
  };
  const tell = (courseId: string, sending: Exclude<Sending, { outcome: 'unreachable' }>): void => {
    const id = `list-${courseId}`;
    // Notifications stand outside the router, hence no link.
    const open = (): void => {
      notifications.hide(id);
      void navigate({ to: '/lop/$courseId/de-cu', params: { courseId } });
    };
    notifications.show({
      id,
      autoClose: false,
      color: sending.outcome === 'sent' ? 'green.9' : 'orange.9',
      title: sending.outcome === 'sent' ? t('nominate.sent', countsOf(sending.lines)) : t('draft.heldBack'),
      message: (
        <Button size="compact-md" variant="default" mt={4} onClick={open}>
          {t('draft.openList')}
        </Button>
      ),
    });
  };
  useWhenOnline(accountId !== undefined, () => {
    if (accountId !== undefined) void oneAtATime(() => sendAll(accountId));
  });
  return null;
}

const countsOf = (lines: Extract<Sending, { outcome: 'sent' }>['lines']) => {
  const count = (outcome: (typeof lines)[number]['outcome']): number =>
    lines.filter((line) => line.outcome === outcome).length;
  return { seated: count('seated'), waitlisted: count('waitlisted'), refused: count('refused') };
};

/** One window sends for all; without locks (plain http) the key of a list sees to it that it is sent once. */
async function oneAtATime(act: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return act();
  await navigator.locks.request('hong-chuyen-send', { ifAvailable: true }, (lock) => (lock ? act() : undefined));
}
