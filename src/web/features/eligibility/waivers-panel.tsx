import { Button, Card, Group, NumberInput, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { today, writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { useSetFitness, useSetRating, useWaivers } from './api';
import { WaiverDialog } from './waiver-dialog';

const RATINGS = ['not-completed', 'completed', 'good', 'excellent'] as const;

/** Of one official: decisions that lifted a rule, and what the board records for the rules alone. */
export function WaiversPanel({ officialId }: { officialId: string }) {
  const { t } = useTranslation();
  const mayRead = useMay('eligibility.readWaivers');
  const mayWaive = useMay('eligibility.waive');
  const waivers = useWaivers({ officialId }, mayRead);
  const [asked, setAsked] = useState<'waive' | 'fitness' | 'rating' | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  const items = waivers.data?.items ?? [];
  if (!mayRead || (items.length === 0 && !mayWaive)) return null;
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="sm">
        {t('eligibility.waivers')}
      </Title>
      <Stack gap="xs">
        {items.length === 0 && <Text c="#5f5a54">{t('eligibility.noWaivers')}</Text>}
        {items.map(({ id, rule, program, number, decidedOn, until, reason }) => (
          <div key={id}>
            <Text fw={600}>
              {t(`eligibility.kind.${rule}`)} · {program.name}
            </Text>
            <Text fz="sm">
              {t('eligibility.numberOn', { number, day: writeDate(decidedOn) })}
              {until && ` · ${t('standards.until', { day: writeDate(until) })}`}: {reason}
            </Text>
          </div>
        ))}
        {mayWaive && (
          <Group gap="xs">
            {(['waive', 'fitness', 'rating'] as const).map((what) => (
              <Button
                key={what}
                variant="default"
                onClick={() => {
                  setAsked(what);
                }}
              >
                {t(`eligibility.${what}`)}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      {asked === 'waive' && <WaiverDialog given={{ officialId }} onClose={close} />}
      {asked === 'fitness' && <FitnessDialog officialId={officialId} onClose={close} />}
      {asked === 'rating' && <RatingDialog officialId={officialId} onClose={close} />}
    </Card>
  );
}

/** Fit to study or not, and when that was found; nothing else of anyone's health. */
function FitnessDialog({ officialId, onClose }: { officialId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSetFitness(officialId);
  const [fit, setFit] = useState('yes');
  const [on, setOn] = useState<string | null>(today());
  return (
    <Dialog
      opened
      title={t('eligibility.fitness')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={['on']}
      onSubmit={() => {
        save.mutate({ fit: fit === 'yes', on: on ?? '' }, { onSuccess: onClose });
      }}
    >
      <Select
        label={t('eligibility.finding')}
        allowDeselect={false}
        data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`eligibility.fit.${value}`) }))}
        value={fit}
        onChange={(value) => {
          setFit(value ?? 'yes');
        }}
      />
      <DateField
        label={t('eligibility.foundOn')}
        required
        value={on}
        error={fieldError(save.error, 'on')}
        onChange={setOn}
      />
    </Dialog>
  );
}

function RatingDialog({ officialId, onClose }: { officialId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSetRating(officialId);
  const [year, setYear] = useState<number | string>(Number(today().slice(0, 4)) - 1);
  const [rating, setRating] = useState<(typeof RATINGS)[number]>('good');
  return (
    <Dialog
      opened
      title={t('eligibility.rating')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={['year', 'rating']}
      onSubmit={() => {
        save.mutate({ year: Number(year), rating }, { onSuccess: onClose });
      }}
    >
      <NumberInput
        label={t('eligibility.year')}
        required
        value={year}
        error={fieldError(save.error, 'year')}
        onChange={setYear}
      />
      <Select
        label={t('eligibility.rated')}
        allowDeselect={false}
        data={RATINGS.map((value) => ({ value, label: t(`eligibility.ratings.${value}`) }))}
        value={rating}
        onChange={(value) => {
          setRating((value ?? 'good') as (typeof RATINGS)[number]);
        }}
      />
    </Dialog>
  );
}
