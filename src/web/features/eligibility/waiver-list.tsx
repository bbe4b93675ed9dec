import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { today, writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { useEndWaiver, useWaivers, type Waiver } from './api';

/** Decisions that lifted a rule: of one program or one person, or all. */
export function WaiverList({ programId, officialId }: { programId?: string; officialId?: string }) {
  const { t } = useTranslation();
  const waivers = useWaivers({ ...(programId && { programId }), ...(officialId && { officialId }) });
  const mayWaive = useMay('eligibility.waive');
  const [ending, setEnding] = useState<Waiver | null>(null);
  const items = waivers.data?.items ?? [];
  return (
    <>
      <DataTable<Waiver>
        label={t('eligibility.waivers')}
        list={{
          ...waivers,
          items,
          total: items.length,
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
        }}
        empty={{ title: t('eligibility.noWaivers') }}
        columns={[
          {
            label: t('officials.person'),
            title: true,
            render: (waiver) => (
              <div>
                <Anchor
                  fw={600}
                  renderRoot={(props) => (
                    <Link to="/can-bo/$officialId" params={{ officialId: waiver.officialId }} {...props} />
                  )}
                >
                  {waiver.fullName}
                </Anchor>
                <Text fz="sm" c="#5f5a54">
                  {waiver.unit.name}
                </Text>
              </div>
            ),
          },
          { label: t('programs.name'), render: ({ program }) => program.name },
          { label: t('eligibility.rule'), render: ({ rule }) => t(`eligibility.kind.${rule}`) },
          {
            label: t('eligibility.decision'),
            render: ({ number, decidedOn, until }) => (
              <>
                {t('eligibility.numberOn', { number, day: writeDate(decidedOn) })}
                {until && <Text fz="sm">{t('standards.until', { day: writeDate(until) })}</Text>}
              </>
            ),
          },
          { label: t('common.reason'), render: ({ reason }) => reason },
          ...(mayWaive
            ? [
                {
                  label: t('common.actions'),
                  render: (waiver: Waiver) =>
                    waiver.until === null || waiver.until >= today() ? (
                      <Button
                        variant="default"
                        onClick={() => {
                          setEnding(waiver);
                        }}
                      >
                        {t('eligibility.endWaiver')}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {ending && (
        <EndDialog
          waiver={ending}
          onClose={() => {
            setEnding(null);
          }}
        />
      )}
    </>
  );
}

function EndDialog({ waiver, onClose }: { waiver: Waiver; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useEndWaiver();
  const [on, setOn] = useState<string | null>(null);
  return (
    <Dialog
      opened
      title={t('eligibility.endWaiver')}
      onClose={onClose}
      submitLabel={t('eligibility.endWaiver')}
      busy={end.isPending}
      error={end.error}
      fields={['on']}
      onSubmit={() => {
        end.mutate({ id: waiver.id, on: on ?? '' }, { onSuccess: onClose });
      }}
    >
      <Text>{t('eligibility.endHint', { name: waiver.fullName })}</Text>
      <DateField
        label={t('standards.lastDay')}
        required
        value={on}
        error={fieldError(end.error, 'on')}
        onChange={setOn}
      />
    </Dialog>
  );
}
