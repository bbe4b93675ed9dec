import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { type Program, usePrograms } from '../programs/api';
import { WaiverList } from './waiver-list';

/** Programs, each with its rules behind it; and every decision that lifted a rule for somebody. */
export function EligibilityAdmin() {
  const { t } = useTranslation();
  const programs = usePrograms();
  return (
    <Stack>
      <Text c="#5f5a54">{t('eligibility.hint')}</Text>
      <DataTable<Program>
        label={t('eligibility.title')}
        list={{
          ...programs,
          items: programs.data?.items ?? [],
          total: programs.data?.total ?? 0,
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
        }}
        empty={{ title: t('programs.none') }}
        columns={[
          {
            label: t('programs.name'),
            title: true,
            render: ({ id, name }) => (
              <Anchor
                fw={600}
                renderRoot={(props) => (
                  <Link to="/quan-tri/dieu-kien/$programId" params={{ programId: id }} {...props} />
                )}
              >
                {t('eligibility.of', { program: name })}
              </Anchor>
            ),
          },
          { label: t('programs.code'), render: ({ code }) => code },
        ]}
      />
      <Title order={3} fz="lg">
        {t('eligibility.waivers')}
      </Title>
      <WaiverList />
    </Stack>
  );
}
