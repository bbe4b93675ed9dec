import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { today, writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { useEndExemption, useExempt } from './record-api';
import { RecordDialog } from './record-dialog';

type Exemption = Schema<'ExemptionView'>;

/** Decisions that the person need not meet a standard: each with its paper and its reason; given and ended by the board. */
export function Exemptions({ officialId, exemptions }: { officialId: string; exemptions: readonly Exemption[] }) {
  const { t } = useTranslation();
  const mayExempt = useMay('standards.exempt');
  const [open, setOpen] = useState<Exemption | 'new'>();
  const close = (): void => {
    setOpen(undefined);
  };
  if (exemptions.length === 0 && !mayExempt) return null;
  return (
    <section aria-label={t('exemption.title')}>
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('exemption.title')}</Text>
        {mayExempt && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
            {t('exemption.give')}
          </Button>
        )}
      </Group>
      {exemptions.length === 0 && <Text fz="sm">{t('exemption.none')}</Text>}
      {exemptions.map((exemption) => (
        <Group key={exemption.id} wrap="nowrap" align="flex-start" className="record-line">
          <Line exemption={exemption} />
          {mayExempt && holds(exemption) && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('exemption.endOf', { number: exemption.number })}
              onClick={() => setOpen(exemption)}
            >
              {t('exemption.end')}
            </Button>
          )}
        </Group>
      ))}
      {open === 'new' && <GiveDialog officialId={officialId} onClose={close} />}
      {open && open !== 'new' && <EndDialog exemption={open} onClose={close} />}
    </section>
  );
}

/** Whether it holds today or will. */
const holds = ({ until }: Exemption): boolean => until === null || until >= today();

function Line({ exemption }: { exemption: Exemption }) {
  const { t } = useTranslation();
  const { kind, number, decidedOn, until, reason } = exemption;
  const span = until
    ? t('exemption.fromUntil', { from: writeDate(decidedOn), until: writeDate(until) })
    : t('exemption.from', { from: writeDate(decidedOn) });
  return (
    <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
      <Text fz="sm" fw={600}>
        {t(`record.ladder.${kind}`)}
        {!holds(exemption) && ` · ${t('exemption.over')}`}
      </Text>
      <Text fz="sm">{`${t('exemption.decision', { number })} · ${span}`}</Text>
      <Text fz="sm" c="#5f5a54" style={{ whiteSpace: 'pre-line' }}>
        {t('record.because', { reason })}
      </Text>
    </div>
  );
}

function GiveDialog({ officialId, onClose }: { officialId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const exempt = useExempt(officialId);
  return (
    <RecordDialog
      title={t('exemption.give')}
      fields={() => [
        {
          name: 'kind',
          label: t('exemption.kind'),
          kind: 'select',
          required: true,
          options: ['professional', 'llct', 'management'].map((value) => ({
            value,
            label: t(`record.ladder.${value}`),
          })),
        },
        { name: 'number', label: t('exemption.number'), kind: 'text', required: true },
        { name: 'decidedOn', label: t('exemption.decidedOn'), kind: 'date', required: true, value: today() },
        { name: 'until', label: t('exemption.until'), kind: 'date', hint: t('exemption.untilHint') },
        { name: 'reason', label: t('common.reason'), kind: 'area', required: true },
      ]}
      busy={exempt.isPending}
      error={exempt.error}
      onClose={onClose}
      onSave={(body, done) => {
        exempt.mutate(body as Schema<'CreateExemptionDto'>, { onSuccess: done });
      }}
    />
  );
}

function EndDialog({ exemption, onClose }: { exemption: Exemption; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useEndExemption();
  return (
    <RecordDialog
      title={t('exemption.endOf', { number: exemption.number })}
      fields={() => [{ name: 'on', label: t('exemption.lastDay'), kind: 'date', required: true, value: today() }]}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onSave={(body, done) => {
        end.mutate({ id: exemption.id, on: String(body.on ?? '') }, { onSuccess: done });
      }}
    />
  );
}
