import { NumberInput, SegmentedControl, SimpleGrid } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { today } from '../../i18n/dates';
import { useCreatePlan } from './api';

const LENGTH_OF_A_PERIOD = 5;

/** Begins a plan: of a year, or of a period. */
export function NewPlanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreatePlan();
  const next = Number(today().slice(0, 4)) + 1;
  const [kind, setKind] = useState('year');
  const [first, setFirst] = useState<number | string>(next);
  const [last, setLast] = useState<number | string>(next + LENGTH_OF_A_PERIOD);
  return (
    <Dialog
      opened
      title={t('plans.new')}
      submitLabel={t('plans.begin')}
      busy={create.isPending}
      error={create.error}
      fields={['firstYear', 'lastYear']}
      onClose={onClose}
      onSubmit={() => {
        const firstYear = Number(first);
        create.mutate(
          { firstYear, lastYear: kind === 'year' ? firstYear : Number(last) },
          {
            onSuccess: ({ id }) => {
              void navigate({ to: '/ke-hoach/$planId', params: { planId: id } } as never);
            },
          },
        );
      }}
    >
      <SegmentedControl
        aria-label={t('plans.kindOf')}
        value={kind}
        data={['year', 'period'].map((value) => ({ value, label: t(`plans.kind.${value}`) }))}
        onChange={setKind}
      />
      <SimpleGrid cols={kind === 'year' ? 1 : 2}>
        <NumberInput
          data-autofocus
          label={kind === 'year' ? t('plans.year') : t('plans.firstYear')}
          required
          allowDecimal={false}
          value={first}
          error={fieldError(create.error, 'firstYear')}
          onChange={setFirst}
        />
        {kind === 'period' && (
          <NumberInput
            label={t('plans.lastYear')}
            required
            allowDecimal={false}
            value={last}
            error={fieldError(create.error, 'lastYear')}
            onChange={setLast}
          />
        )}
      </SimpleGrid>
    </Dialog>
  );
}
