import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog';
import { ErrorState } from '../../components/states';
import { type Offer, useAnswerOffer } from './moves-api';

/** Takes an offer, or a part of it, or lets it go to the next unit. */
export function OfferAnswer({ offer: { id, places } }: { offer: Offer }) {
  const { t } = useTranslation();
  const reply = useAnswerOffer();
  const most = places ?? 1;
  const [some, setSome] = useState(most);
  const [declining, setDeclining] = useState(false);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {most > 1 && (
          <NumberInput
            w={90}
            min={1}
            max={most}
            clampBehavior="strict"
            allowDecimal={false}
            aria-label={t('quotas.acceptSome')}
            value={some}
            onChange={(count) => {
              setSome(Number(count) || 1);
            }}
          />
        )}
        <Button
          size="compact-md"
          loading={reply.isPending}
          onClick={() => {
            reply.mutate({ id, places: some });
          }}
        >
          {t('quotas.accept', { count: some })}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => {
            setDeclining(true);
          }}
        >
          {t('quotas.decline')}
        </Button>
      </Group>
      {reply.error && !declining && <ErrorState error={reply.error} />}
      {declining && (
        <ReasonDialog
          title={t('quotas.decline')}
          explanation={t('quotas.declineHint')}
          submitLabel={t('quotas.decline')}
          required={false}
          busy={reply.isPending}
          error={reply.error}
          onClose={() => {
            setDeclining(false);
          }}
          onSubmit={(reason) => {
            reply.mutate({ id, places: null, ...(reason && { reason }) });
          }}
        />
      )}
    </Stack>
  );
}
