import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog';
import { notifyDone } from '../../components/notify';
import { useMay } from '../identity/api';
import { type UnitCall, useAnswerCall } from './api';

/** With its date picker, fetched only when somebody asks for more time. */
const MoreTimeDialog = lazy(async () => ({ default: (await import('./call-dialogs')).MoreTimeDialog }));

/** The three ways to answer a call. @param large for the cards of a phone. */
export function CallAnswerButtons({ call, large = false }: { call: UnitCall; large?: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'decline' | 'more-time' | null>(null);
  const { decline } = useAnswerCall(call.id);
  const close = (): void => {
    setAsking(null);
  };
  const size = large ? 'lg' : 'compact-md';
  const mayAnswer = useMay('calls.answer');
  if (call.course.state !== 'open' || !mayAnswer) return null;
  return (
    <>
      <Button
        size={size}
        fullWidth={large}
        renderRoot={(props) => <Link to="/lop/$courseId/de-cu" params={{ courseId: call.courseId }} {...props} />}
      >
        {t('calls.nominate')}
      </Button>
      {call.can.answer && (
        <>
          <Button
            size={size}
            fullWidth={large}
            variant="default"
            onClick={() => {
              setAsking('decline');
            }}
          >
            {t('calls.noOne')}
          </Button>
          <Button
            size={size}
            fullWidth={large}
            variant="default"
            onClick={() => {
              setAsking('more-time');
            }}
          >
            {t('calls.moreTime')}
          </Button>
        </>
      )}
      {asking === 'decline' && (
        <ReasonDialog
          title={t('calls.noOne')}
          explanation={t('calls.noOneExplain', { unit: call.unit.name })}
          submitLabel={t('common.send')}
          busy={decline.isPending}
          error={decline.error}
          onClose={close}
          onSubmit={(reason) => {
            decline.mutate(reason ?? '', {
              onSuccess: () => {
                notifyDone(t('calls.answered'));
                close();
              },
            });
          }}
        />
      )}
      {asking === 'more-time' && (
        <Suspense>
          <MoreTimeDialog call={call} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
