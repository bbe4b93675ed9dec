import { Button, Drawer, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { useMay } from '../identity/api';
import { useUnits } from '../units/api';
import {
  CATEGORIES,
  type FilterName,
  type FilterTexts,
  GAPS,
  type Ladder,
  LEVELS,
  MATCHES,
  MEMBERSHIPS,
  STATUSES,
} from './official-filters';

const SORTS = ['name', '-name', 'unit', '-unit', 'age', '-age', 'post', '-post'] as const;

/** All conditions at once; nothing changes until they are applied. */
export function FilterDrawer({
  filters,
  onApply,
  onClose,
}: {
  filters: FilterTexts;
  onApply: (filters: FilterTexts) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(filters);
  const maySeeSensitive = useMay('officials.readSensitive');
  const units = useUnits();
  const set = (name: FilterName | 'sort', value: string | null): void => {
    setDraft(({ [name]: _, ...rest }) => (value ? { ...rest, [name]: value } : rest));
  };
  const select = (name: FilterName, options: { value: string; label: string }[], searchable = false) => (
    <Select
      label={t(`people.filter.${name}`)}
      placeholder={t('people.any')}
      clearable
      searchable={searchable}
      value={draft[name] ?? null}
      data={options}
      onChange={(value) => {
        set(name, value);
      }}
    />
  );
  const text = (name: FilterName) => (
    <TextInput
      label={t(`people.filter.${name}`)}
      value={draft[name] ?? ''}
      maxLength={60}
      onChange={({ currentTarget }) => {
        set(name, currentTarget.value);
      }}
    />
  );
  const named = (names: readonly string[], family: string) =>
    names.map((value) => ({ value, label: t(`${family}.${value}`) }));
  const places = (cells: boolean) =>
    (units.data?.items ?? [])
      .filter(({ kind }) => (kind === 'party-cell') === cells)
      .map(({ id, name }) => ({ value: id, label: name }));
  const age = (name: 'ageFrom' | 'ageTo') => (
    <NumberInput
      label={t(`people.filter.${name}`)}
      min={0}
      max={150}
      allowDecimal={false}
      value={draft[name] ?? ''}
      onChange={(value) => {
        set(name, String(value));
      }}
    />
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('people.filters')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onApply(draft);
        }}
      >
        <Stack>
          {select('unitId', places(false), true)}
          {select('cellId', places(true), true)}
          {select('status', named(STATUSES, 'people.status'))}
          {select('category', named(CATEGORIES, 'category'))}
          {text('post')}
          <Level ladder="professional" draft={draft} set={set} />
          <Level ladder="llct" draft={draft} set={set} />
          <Level ladder="management" draft={draft} set={set} />
          {select('gap', named(GAPS, 'people.gap'))}
          <SimpleGrid cols={2}>
            {age('ageFrom')}
            {age('ageTo')}
          </SimpleGrid>
          {select('gender', named(['male', 'female'], 'gender'))}
          {maySeeSensitive && (
            <>
              {text('ethnicGroup')}
              {select('membership', named(MEMBERSHIPS, 'membership'))}
            </>
          )}
          <DateField
            label={t('people.filter.asOf')}
            clearable
            value={draft.asOf ?? null}
            onChange={(day) => {
              set('asOf', day);
            }}
          />
          <Select
            label={t('people.sort')}
            value={draft.sort ?? 'name'}
            allowDeselect={false}
            data={named(SORTS, 'people.sorts')}
            onChange={(value) => {
              set('sort', value === 'name' ? null : value);
            }}
          />
          <Buttons
            onClear={() => {
              onApply({});
            }}
          />
        </Stack>
      </form>
    </Drawer>
  );
}

function Buttons({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <Button variant="default" onClick={onClear}>
        {t('people.clear')}
      </Button>
      <Button type="submit">{t('people.apply')}</Button>
    </Group>
  );
}

/** A level of a ladder, and whether it is meant at least, exactly or at most. */
function Level({
  ladder,
  draft,
  set,
}: {
  ladder: Ladder;
  draft: FilterTexts;
  set: (name: FilterName, value: string | null) => void;
}) {
  const { t } = useTranslation();
  const level = `${ladder}Level` as const;
  const match = `${ladder}Match` as const;
  return (
    <SimpleGrid cols={2}>
      <Select
        label={t(`people.filter.${level}`)}
        placeholder={t('people.any')}
        clearable
        value={draft[level] ?? null}
        data={LEVELS[ladder].map((value) => ({ value, label: t(`level.${ladder}.${value}`) }))}
        onChange={(value) => {
          set(level, value);
          if (value === null) set(match, null);
        }}
      />
      <Select
        label={t(`people.filter.${match}`)}
        disabled={draft[level] === undefined}
        allowDeselect={false}
        value={draft[match] ?? 'exactly'}
        data={MATCHES.map((value) => ({ value, label: t(`people.match.${value}`) }))}
        onChange={(value) => {
          set(match, value);
        }}
      />
    </SimpleGrid>
  );
}
