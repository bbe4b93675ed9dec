import { Anchor, Button, Checkbox, Popover, Stack, Text } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import type { Column } from '../../components/data-table';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import type { Official } from './official-filters';

/** The columns one can choose, in the order in which they stand. */
export const COLUMNS = [
  'birthYear',
  'bornOn',
  'gender',
  'post',
  'category',
  'unit',
  'cell',
  'professional',
  'major',
  'llct',
  'management',
  'status',
  'ethnicGroup',
  'membership',
] as const;
export type ColumnName = (typeof COLUMNS)[number];
/** What the law protects: columns only for those who may see it. */
const SENSITIVE: readonly ColumnName[] = ['ethnicGroup', 'membership'];
export const DEFAULT_COLUMNS: readonly ColumnName[] = ['birthYear', 'post', 'unit', 'professional', 'llct'];

/** Known columns among what an address or a kept view names; the list's own choice when there are none. */
export function readColumns(names: readonly string[]): readonly ColumnName[] {
  const chosen = COLUMNS.filter((name) => names.includes(name));
  return chosen.length > 0 ? chosen : DEFAULT_COLUMNS;
}

/** The columns as the table draws them, the name always first. */
export function drawColumns(t: TFunction, names: readonly ColumnName[]): Column<Official>[] {
  const all: Record<ColumnName, Column<Official>> = {
    birthYear: { label: t('officials.birthYear'), sort: 'age', render: ({ birthYear }) => birthYear ?? '—' },
    bornOn: {
      label: t('officials.bornOn'),
      render: ({ bornOn, birthYear }) => (bornOn ? writeDate(bornOn) : (birthYear ?? '—')),
    },
    gender: { label: t('officials.gender'), render: ({ gender }) => t(`gender.${gender}`) },
    post: { label: t('officials.post'), sort: 'post', render: ({ post }) => post ?? '—' },
    category: {
      label: t('officials.category'),
      render: ({ category }) => (category ? t(`category.${category}`) : '—'),
    },
    unit: { label: t('officials.unit'), sort: 'unit', render: ({ unit }) => unit.name },
    cell: { label: t('officials.cell'), render: ({ cell }) => cell?.name ?? '—' },
    professional: {
      label: t('officials.professional'),
      render: ({ professionalLevel }) => t(`level.professional.${professionalLevel ?? 'unknown'}`),
    },
    major: { label: t('officials.professionalMajor'), render: ({ professionalMajor }) => professionalMajor ?? '—' },
    llct: { label: t('officials.llct'), render: ({ llctLevel }) => t(`level.llct.${llctLevel ?? 'unknown'}`) },
    management: {
      label: t('officials.management'),
      render: ({ managementLevel }) => t(`level.management.${managementLevel ?? 'unknown'}`),
    },
    ethnicGroup: { label: t('officials.ethnicGroup'), render: ({ ethnicGroup }) => ethnicGroup ?? '—' },
    membership: {
      label: t('officials.membership'),
      render: ({ membership }) => (membership ? t(`membership.${membership}`) : '—'),
    },
    status: { label: t('officials.status'), render: ({ status }) => <StateBadge family="official" state={status} /> },
  };
  const person: Column<Official> = {
    label: t('officials.person'),
    title: true,
    sort: 'name',
    render: ({ id, fullName }) => (
      <Anchor fw={600} renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId: id }} {...props} />}>
        {fullName}
      </Anchor>
    ),
  };
  return [person, ...names.map((name) => all[name])];
}

const TEXTS: Partial<Record<ColumnName, string>> = { major: 'professionalMajor' };

/** Which columns to show. */
export function ColumnPicker({
  chosen,
  onChoose,
}: {
  chosen: readonly ColumnName[];
  onChoose: (names: ColumnName[]) => void;
}) {
  const { t } = useTranslation();
  const maySeeSensitive = useMay('officials.readSensitive');
  const offered = COLUMNS.filter((name) => maySeeSensitive || !SENSITIVE.includes(name));
  return (
    <Popover position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" visibleFrom="sm" leftSection={<IconColumns3 size={18} aria-hidden />}>
          {t('people.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('people.columns')}>
        <Stack gap="xs">
          <Text fw={600}>{t('people.columnsHint')}</Text>
          {offered.map((name) => (
            <Checkbox
              key={name}
              label={t(`officials.${TEXTS[name] ?? name}`)}
              checked={chosen.includes(name)}
              disabled={chosen.length === 1 && chosen[0] === name}
              onChange={() => {
                onChoose(COLUMNS.filter((other) => chosen.includes(other) !== (other === name)));
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
