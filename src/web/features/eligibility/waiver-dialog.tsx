import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { usePrograms } from '../programs/api';
import { useWaive } from './api';
import { KINDS } from './rule-pieces';
import { PersonSelect } from './try-panel';

type Draft = Partial<Schema<'CreateWaiverDto'>>;

const FIELDS = ['officialId', 'programId', 'rule', 'number', 'decidedOn', 'until', 'reason'];

/** Records the decision that a rule does not hold for one person. @param given what the place it is opened from knows. */
export function WaiverDialog({ given, onClose }: { given: Draft; onClose: () => void }) {
  const { t } = useTranslation();
  const waive = useWaive();
  const programs = usePrograms();
  const [draft, setDraft] = useState<Draft>(given);
  const set = (change: Draft): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const day = (field: 'decidedOn' | 'until', label: string) => (
    <DateField
      label={label}
      required={field === 'decidedOn'}
      clearable={field === 'until'}
      value={draft[field] ?? null}
      error={fieldError(waive.error, field)}
      onChange={(value) => {
        set({ [field]: value ?? undefined });
      }}
    />
  );
  return (
    <Dialog
      opened
      title={t('eligibility.waive')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={waive.isPending}
      error={waive.error}
      fields={FIELDS}
      onSubmit={() => {
        waive.mutate(draft as Schema<'CreateWaiverDto'>, { onSuccess: onClose });
      }}
    >
      {!given.officialId && (
        <PersonSelect
          label={t('officials.person')}
          value={draft.officialId ?? null}
          error={fieldError(waive.error, 'officialId')}
          onChange={(officialId) => {
            set({ officialId: officialId ?? undefined });
          }}
        />
      )}
      {!given.programId && (
        <Select
          label={t('programs.name')}
          required
          data={(programs.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.programId ?? null}
          error={fieldError(waive.error, 'programId')}
          onChange={(programId) => {
            set({ programId: programId ?? undefined });
          }}
        />
      )}
      <Select
        label={t('eligibility.rule')}
        required
        data={KINDS.map((kind) => ({ value: kind, label: t(`eligibility.kind.${kind}`) }))}
        value={draft.rule ?? null}
        error={fieldError(waive.error, 'rule')}
        onChange={(rule) => {
          set({ rule: (rule ?? undefined) as Draft['rule'] });
        }}
      />
      <TextInput
        label={t('eligibility.number')}
        placeholder="12-QĐ/HU"
        required
        value={draft.number ?? ''}
        error={fieldError(waive.error, 'number')}
        onChange={({ currentTarget }) => {
          set({ number: currentTarget.value });
        }}
      />
      {day('decidedOn', t('eligibility.decidedOn'))}
      {day('until', t('eligibility.until'))}
      <Textarea
        label={t('common.reason')}
        required
        value={draft.reason ?? ''}
        error={fieldError(waive.error, 'reason')}
        onChange={({ currentTarget }) => {
          set({ reason: currentTarget.value });
        }}
      />
    </Dialog>
  );
}
