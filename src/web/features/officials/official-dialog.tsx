import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { SimilarWarning } from '../duplicates/similar-warning';
import { useUnits } from '../units/api';
import { type OfficialProfile, useSaveOfficial } from './api';

/** `null` empties what was recorded; what is left out stays as it was. */
type Day = 'bornOn' | 'probationaryOn' | 'fullMemberOn';
type Emptied = Day | 'citizenId' | 'partyCard' | 'cellId';
type Draft = Omit<Partial<Schema<'CreateOfficialDto'>>, Emptied> & Partial<Record<Emptied, string | null>>;

const OPTIONS = {
  gender: ['male', 'female'],
  category: ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'],
  membership: ['none', 'candidate', 'probationary', 'full'],
  schooling: ['primary', 'lower-secondary', 'upper-secondary'],
  professionalLevel: ['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
  llctLevel: ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'],
} as const;
const TEXTS = {
  gender: 'gender',
  category: 'category',
  membership: 'membership',
  schooling: 'level.schooling',
  professionalLevel: 'level.professional',
  llctLevel: 'level.llct',
} as const;

/** Fields whose messages stand beside them. */
const FIELDS = [
  'fullName',
  'otherName',
  'citizenId',
  'partyCard',
  'unitId',
  'cellId',
  'post',
  'category',
  'gender',
  'bornOn',
  'ethnicGroup',
  'professionalLevel',
  'professionalMajor',
  'llctLevel',
  'membership',
  'schooling',
  'probationaryOn',
  'fullMemberOn',
  'homePlace',
];

/** Records somebody, or changes a record. */
export function OfficialDialog({ official, onClose }: { official?: OfficialProfile; onClose: () => void }) {
  const { t } = useTranslation();
  const units = useUnits();
  const save = useSaveOfficial(official);
  const [draft, setDraft] = useState<Draft>({});
  const value = <Name extends keyof Draft>(name: Name): Draft[Name] =>
    name in draft ? draft[name] : ((official?.[name as keyof OfficialProfile] as Draft[Name] | null) ?? undefined);
  const set = (change: Draft): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const text = (
    name: 'fullName' | 'otherName' | 'post' | 'ethnicGroup' | 'homePlace' | 'professionalMajor',
    required = false,
  ) => (
    <TextInput
      label={t(`officials.${name}`)}
      required={required}
      value={value(name) ?? ''}
      error={fieldError(save.error, name)}
      onChange={({ currentTarget }) => {
        // Emptied is taken out; what must be there is left for the server to miss.
        set({ [name]: required ? currentTarget.value : currentTarget.value || null });
      }}
    />
  );
  const select = (name: keyof typeof OPTIONS, required = false) => (
    <Select
      label={t(`officials.${name}`)}
      required={required}
      value={value(name) ?? null}
      error={fieldError(save.error, name)}
      data={OPTIONS[name].map((option) => ({ value: option, label: t(`${TEXTS[name]}.${option}`) }))}
      onChange={(option) => {
        set({ [name]: option ?? undefined });
      }}
    />
  );
  const number = (name: 'citizenId' | 'partyCard') => (
    <NumberField
      name={name}
      masked={official?.[name] ?? null}
      value={draft[name]}
      error={fieldError(save.error, name)}
      onChange={(written) => {
        set({ [name]: written });
      }}
    />
  );
  const date = (name: Day) => (
    <DateField
      label={t(`officials.${name}`)}
      clearable
      value={value(name) ?? null}
      error={fieldError(save.error, name)}
      onChange={(day) => {
        set({ [name]: day });
      }}
    />
  );
  return (
    <Dialog
      opened
      title={official ? official.fullName : t('officials.new')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={FIELDS}
      onSubmit={() => {
        save.mutate(draft as Schema<'CreateOfficialDto'>, {
          onSuccess: () => {
            notifyDone(t('common.saved'));
            onClose();
          },
        });
      }}
    >
      {text('fullName', true)}
      {text('otherName')}
      <Select
        label={t('officials.unit')}
        required
        searchable
        value={value('unitId') ?? null}
        error={fieldError(save.error, 'unitId')}
        data={units.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(unitId) => {
          set({ unitId: unitId ?? undefined });
        }}
      />
      <CellField
        official={official}
        value={'cellId' in draft ? (draft.cellId ?? null) : (official?.cell?.id ?? null)}
        error={fieldError(save.error, 'cellId')}
        onChange={(cellId) => {
          set({ cellId });
        }}
      />
      {text('post', true)}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {select('category', true)}
        {select('gender', true)}
        {date('bornOn')}
        {text('ethnicGroup')}
        {select('schooling')}
        {select('professionalLevel')}
        {text('professionalMajor')}
        {select('llctLevel')}
        {select('membership')}
        {date('probationaryOn')}
        {date('fullMemberOn')}
        {number('citizenId')}
        {number('partyCard')}
      </SimpleGrid>
      {text('homePlace')}
      {!official && (
        <SimilarWarning person={{ fullName: draft.fullName, unitId: draft.unitId, bornOn: draft.bornOn }} />
      )}
    </Dialog>
  );
}

/** The person's Party cell; emptied, there is none. Their own is offered even where the reader does not see it. */
function CellField({
  official,
  value,
  error,
  onChange,
}: {
  official: OfficialProfile | undefined;
  value: string | null;
  error: string | undefined;
  onChange: (cellId: string | null) => void;
}) {
  const { t } = useTranslation();
  const cells = useUnits('party-cell').data?.items ?? [];
  const own = official?.cell;
  const offered = own && !cells.some(({ id }) => id === own.id) ? [own, ...cells] : cells;
  return (
    <Select
      label={t('officials.cell')}
      clearable
      searchable
      value={value}
      error={error}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}

/** Never filled: the whole number is not here. What is left empty stays as it is; null takes it out. */
function NumberField({
  name,
  masked,
  value,
  error,
  onChange,
}: {
  name: 'citizenId' | 'partyCard';
  masked: string | null;
  value: string | null | undefined;
  error: string | undefined;
  onChange: (value: string | null | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <div>
      <TextInput
        label={t(`officials.${name}`)}
        inputMode="numeric"
        autoComplete="off"
        description={masked ? t('officials.numberHint', { number: masked }) : undefined}
        disabled={value === null}
        value={value ?? ''}
        error={error}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value || undefined);
        }}
      />
      {masked && (
        <Checkbox
          mt={6}
          label={t('officials.takeNumberOut', { number: t(`officials.${name}`) })}
          checked={value === null}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.checked ? null : undefined);
          }}
        />
      )}
    </div>
  );
}
