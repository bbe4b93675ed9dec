import { Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { type Nomination, useCandidates } from '../nominations/api';
import { useReservesFor } from '../nominations/reserves-api';
import { useReplace } from './api';

/** Somebody of the same unit takes the seat, the place and the line of the decision. */
export function ReplaceDialog({ nomination, onClose }: { nomination: Nomination; onClose: () => void }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const reserves = useReservesFor(nomination.id).data?.items.filter(({ eligible }) => eligible) ?? [];
  // The first reserve of the unit is proposed until somebody else is chosen.
  const officialId = chosen ?? reserves[0]?.officialId ?? null;
  const [reason, setReason] = useState('');
  const candidates = useCandidates(nomination.course.id, q);
  const replace = useReplace(nomination.id);
  const name = nomination.official.fullName;
  return (
    <Dialog
      opened
      title={t('decisions.replaceOf', { name })}
      onClose={onClose}
      submitLabel={t('decisions.replace')}
      busy={replace.isPending}
      error={replace.error}
      fields={['officialId', 'reason']}
      onSubmit={() => {
        replace.mutate(
          { officialId: officialId ?? '', reason },
          {
            onSuccess: ({ official }) => {
              notifyDone(t('decisions.replaced', { name, by: official.fullName }));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('decisions.replaceSure', { unit: nomination.unit.name })}</Text>
      <Select
        label={t('decisions.newcomer')}
        required
        searchable
        searchValue={q}
        onSearchChange={setQ}
        filter={({ options }) => options}
        data={[
          {
            group: t('reserves.ofUnit'),
            items: reserves.map(({ officialId: value, fullName, unit }) => ({
              value,
              label: `${fullName} · ${unit.name}`,
            })),
          },
          {
            group: t('reserves.others'),
            items: candidates.items
              .filter(({ official }) => !reserves.some((reserve) => reserve.officialId === official.id))
              .map(({ official }) => ({ value: official.id, label: `${official.fullName} · ${official.unit.name}` })),
          },
        ].filter(({ items }) => items.length > 0)}
        value={officialId}
        error={fieldError(replace.error, 'officialId')}
        onChange={setChosen}
      />
      <Textarea
        label={t('common.reason')}
        required
        maxLength={1000}
        value={reason}
        error={fieldError(replace.error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
