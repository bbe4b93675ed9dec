import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { type Plan, useDiscardDraft } from './api';

/** Throws the draft away, and with it a plan that was never approved. */
export function DiscardDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const discard = useDiscardDraft(plan);
  const navigate = useNavigate();
  const whole = plan.state === 'draft';
  return (
    <Dialog
      opened
      danger
      title={t('plans.discardOne')}
      submitLabel={t('plans.discard')}
      busy={discard.isPending}
      error={discard.error}
      onClose={onClose}
      onSubmit={() => {
        discard.mutate(undefined, {
          onSuccess: () => {
            void navigate(
              (whole ? { to: '/ke-hoach' } : { to: '/ke-hoach/$planId', params: { planId: plan.id } }) as never,
            );
            onClose();
          },
        });
      }}
    >
      <Text>{t(whole ? 'plans.discardPlan' : 'plans.discardRevision', { count: plan.lines.length })}</Text>
    </Dialog>
  );
}
