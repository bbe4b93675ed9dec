import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { DateField } from '../../components/date-field';
import { ExportButton } from '../../components/export-button';
import { today, writeDate } from '../../i18n/dates';
import { type Standard, useStandards } from './api';
import { StandardDialog } from './standard-dialog';
import { StandardDrawer } from './standard-drawer';

/** What posts ask for on a day: the matrix of the board, and what comes later. */
export function StandardsAdmin() {
  const { t } = useTranslation();
  const { ngay } = useSearch({ strict: false }) as { ngay?: string };
  const navigate = useNavigate();
  const standards = useStandards(ngay);
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const all = [...(standards.data?.items ?? []), ...(standards.data?.upcoming ?? [])];
  const table = (items: Standard[], label: string) => (
    <DataTable<Standard>
      label={label}
      list={{
        ...standards,
        items,
        total: items.length,
        hasNextPage: false,
        isFetchingNextPage: false,
        fetchNextPage: () => undefined,
      }}
      empty={{ title: t('standards.none') }}
      columns={columns(t, setOpened)}
    />
  );
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <DateField
          label={t('standards.asOf')}
          value={ngay ?? today()}
          onChange={(day) => {
            void navigate({
              to: '/quan-tri/chuan-chuc-danh',
              search: { ngay: day ?? undefined } as never,
              replace: true,
            });
          }}
        />
        <Group>
          <ExportButton path="/standards/export" query={{ asOf: ngay }} />
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('standards.add')}
          </Button>
        </Group>
      </Group>
      <Text c="#5f5a54">{t('standards.mostSpecific')}</Text>
      {table(standards.data?.items ?? [], t('standards.title'))}
      {standards.data && standards.data.upcoming.length > 0 && (
        <>
          <Title order={3} fz="lg">
            {t('standards.upcoming')}
          </Title>
          {table(standards.data.upcoming, t('standards.upcoming'))}
        </>
      )}
      {adding && (
        <StandardDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      <StandardDrawer
        standard={all.find(({ id }) => id === opened) ?? null}
        onClose={() => {
          setOpened(null);
        }}
      />
    </Stack>
  );
}

/** The columns of the matrix; the first opens the whole story of the line. */
function columns(t: ReturnType<typeof useTranslation>['t'], open: (id: string) => void) {
  const level = (kind: keyof Standard['minimum'], { minimum }: Standard): string =>
    minimum[kind] === null ? '—' : t(`standards.level.${kind}.${minimum[kind]}`);
  return [
    {
      label: t('standards.who'),
      title: true,
      render: ({ id, category, postTitle }: Standard) => (
        <Anchor
          component="button"
          type="button"
          ta="left"
          fw={600}
          onClick={() => {
            open(id);
          }}
        >
          {postTitle ? `${t(`category.${category}`)}: ${postTitle}` : t(`category.${category}`)}
        </Anchor>
      ),
    },
    {
      label: t('standards.area'),
      render: ({ area }: Standard) => (area ? t(`standards.areas.${area}`) : t('standards.anyArea')),
    },
    { label: t('officials.professional'), render: (standard: Standard) => level('professional', standard) },
    { label: t('officials.llct'), render: (standard: Standard) => level('llct', standard) },
    { label: t('standards.management'), render: (standard: Standard) => level('management', standard) },
    {
      label: t('standards.validity'),
      render: ({ from, to }: Standard) =>
        t(to ? 'standards.fromTo' : 'standards.from', {
          from: from ? writeDate(from) : '…',
          to: to ? writeDate(to) : '',
        }),
    },
    {
      label: t('standards.state'),
      render: ({ confirmed }: Standard) => (
        <Badge variant="outline" c={confirmed ? '#1b5e2a' : '#7a4a00'} color={confirmed ? 'green.9' : 'orange.9'}>
          {confirmed ? t('standards.confirmed') : t('standards.toConfirm')}
        </Badge>
      ),
    },
  ];
}
