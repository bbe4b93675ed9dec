import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';

/** Ends the links in all mails sent so far, after saying what that means. */
export function RevokeLinks() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({ mutationFn: () => answer(api.POST('/api/v1/message-links/revoke')) });
  return (
    <>
      <Button
        variant="default"
        w="fit-content"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('messageLink.revoke')}
      </Button>
      {asking && (
        <Dialog
          opened
          danger
          title={t('messageLink.revoke')}
          submitLabel={t('messageLink.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onClose={() => {
            setAsking(false);
          }}
          onSubmit={() => {
            revoke.mutate(undefined, {
              onSuccess: () => {
                notifyDone(t('messageLink.revoked'));
                setAsking(false);
              },
            });
          }}
        >
          <Text>{t('messageLink.revokeExplain')}</Text>
        </Dialog>
      )}
    </>
  );
}
