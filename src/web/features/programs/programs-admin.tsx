import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { type Program, usePrograms } from './api';
import { ProgramDialog } from './program-dialog';

/** The kinds of training as they are today; each opens what it was and will be. */
export function ProgramsAdmin() {
  const { t } = useTranslation();
  const programs = usePrograms();
  const [adding, setAdding] = useState(false);
  return (
    <Stack>
      <Group justify="space-between">
        <Text c="#5f5a54" style={{ flex: '1 1 240px' }}>
          {t('programs.hint')}
        </Text>
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('programs.add')}
        </Button>
      </Group>
      <DataTable<Program>
        label={t('programs.title')}
        list={{
          ...programs,
          items: programs.data?.items ?? [],
          total: programs.data?.total ?? 0,
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
        }}
        empty={{ title: t('programs.none') }}
        columns={columns(t)}
      />
      {adding && (
        <ProgramDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Stack>
  );
}

type Words = ReturnType<typeof useTranslation>['t'];

/** What a version says in numbers: "240 tiết · 30 ngày", or that nobody said. */
export const lengthOf = (t: Words, version: Program['version']): string =>
  [
    version?.hours != null && t('programs.hoursCount', { count: version.hours }),
    version?.days != null && t('programs.daysCount', { count: version.days }),
  ]
    .filter(Boolean)
    .join(' · ') || t('programs.unsaid');

/** What completing it gives, in words. */
export function givenOf(t: Words, version: Program['version']): string {
  const given = (['llct', 'management', 'professional'] as const).flatMap((kind) => {
    const level = version?.confers[kind];
    return level ? [t(`programs.givesLevel.${kind}`, { level: t(`standards.level.${kind}.${level}`) })] : [];
  });
  return given.join('; ') || t('programs.givesNothing');
}

const columns = (t: Words) => [
  {
    label: t('programs.name'),
    title: true,
    render: ({ id, name, code }: Program) => (
      <div>
        <Anchor
          fw={600}
          renderRoot={(props) => <Link to="/quan-tri/chuong-trinh/$programId" params={{ programId: id }} {...props} />}
        >
          {name}
        </Anchor>
        <Text fz="sm" c="#5f5a54">
          {code}
        </Text>
      </div>
    ),
  },
  {
    label: t('programs.mode'),
    render: ({ version }: Program) => t(`programs.modes.${version?.mode ?? 'either'}`),
  },
  { label: t('programs.length'), render: ({ version }: Program) => lengthOf(t, version) },
  { label: t('programs.school'), render: ({ version }: Program) => version?.school ?? t('programs.unsaid') },
  { label: t('programs.gives'), render: ({ version }: Program) => givenOf(t, version) },
];
