import { Anchor, Breadcrumbs, Button, Grid, Stack, Tabs, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { today } from '../../i18n/dates';
import { WaiversPanel } from '../eligibility/waivers-panel';
import { useMay } from '../identity/api';
import { NominationTable } from '../nominations/nomination-table';
import { type OfficialProfile, useOfficial } from './api';
import { OfficialAccounts } from './official-accounts';
import { OfficialDialog } from './official-dialog';
import { OfficialFacts } from './official-facts';
import { OfficialAttendance } from '../attendance/official-attendance';
import { OfficialHistory } from './official-history';
import { OfficialTimeline } from './official-timeline';
import { NotesSection } from './record-notes';
import { PlanningsSection, PostsSection, StatusesSection } from './record-parts';
import { QualificationsSection } from './record-qualifications';
import { StandardsPanel } from './standards-panel';

/** Its name stands in the address as `muc`. */
const TABS = ['tong-quan', 'chuc-vu', 'trinh-do', 'de-cu', 'quy-hoach', 'nhan-xet', 'nhat-ky'] as const;
type Tab = (typeof TABS)[number];

/** One official: who they are, what their post asks for and what is missing, posts and training over time. */
export function OfficialPage() {
  const { t } = useTranslation();
  const { officialId } = useParams({ strict: false }) as { officialId: string };
  const official = useOfficial(officialId);
  const mayManage = useMay('officials.manage');
  const mayOpenAccounts = useMay('officials.manageAccounts');
  const [editing, setEditing] = useState(false);
  if (official.error) return <ErrorState error={official.error} retry={() => void official.refetch()} />;
  if (!official.data) return <Loading />;
  const { fullName, otherName, unit, status } = official.data;
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor renderRoot={(props) => <Link to="/can-bo" {...props} />}>{t('nav.officials')}</Anchor>
        <Text style={{ overflowWrap: 'anywhere' }}>{fullName}</Text>
      </Breadcrumbs>
      <PageHeader
        title={fullName}
        subtitle={[otherName && t('record.alsoCalled', { name: otherName }), presentPosts(official.data), unit.name]
          .filter(Boolean)
          .join(' · ')}
      >
        <StateBadge family="official" state={status} />
        {mayOpenAccounts && <OfficialAccounts official={official.data} />}
        {mayManage && (
          <Button
            variant="default"
            onClick={() => {
              setEditing(true);
            }}
          >
            {t('common.edit')}
          </Button>
        )}
      </PageHeader>
      <Sections official={official.data} />
      {editing && (
        <OfficialDialog
          official={official.data}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </>
  );
}

/** Titles of the posts held today, the main one first. */
const presentPosts = ({ posts }: OfficialProfile): string =>
  posts
    .filter(({ to }) => to === null || to >= today())
    .map(({ title }) => title)
    .join(', ');

function Sections({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { muc } = useSearch({ strict: false }) as { muc?: string };
  const mayManage = useMay('officials.manage');
  const open: Partial<Record<Tab, boolean>> = {
    'quy-hoach': official.plannings !== null,
    'nhan-xet': official.notes !== null,
    'nhat-ky': mayManage,
  };
  const tabs = TABS.filter((tab) => open[tab] ?? true);
  const tab = tabs.find((each) => each === muc) ?? 'tong-quan';
  return (
    <Tabs
      value={tab}
      keepMounted={false}
      onChange={(chosen) => {
        void navigate({
          to: '/can-bo/$officialId',
          params: { officialId: official.id },
          search: { muc: chosen === 'tong-quan' ? undefined : chosen } as never,
          replace: true,
        });
      }}
    >
      <Tabs.List mb="md">
        {tabs.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`record.tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab}>
        <Section tab={tab} official={official} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Section({ tab, official }: { tab: Tab; official: OfficialProfile }) {
  const { t } = useTranslation();
  switch (tab) {
    case 'tong-quan':
      return (
        <Grid>
          <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
            <Stack>
              <StandardsPanel officialId={official.id} />
              <OfficialFacts official={official} />
              <WaiversPanel officialId={official.id} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
            <OfficialTimeline official={official} />
          </Grid.Col>
        </Grid>
      );
    case 'chuc-vu':
      return (
        <Stack>
          <PostsSection official={official} />
          <StatusesSection official={official} />
        </Stack>
      );
    case 'trinh-do':
      return <QualificationsSection official={official} />;
    case 'de-cu':
      return (
        <>
          <Title order={3} fz="lg" mb="sm">
            {t('officials.nominations')}
          </Title>
          <NominationTable
            filters={{ officialId: official.id }}
            showCourse
            empty={{ title: t('officials.noNominations') }}
          />
          <OfficialAttendance officialId={official.id} />
        </>
      );
    case 'quy-hoach':
      return <PlanningsSection official={official} />;
    case 'nhan-xet':
      return <NotesSection official={official} />;
    case 'nhat-ky':
      return <OfficialHistory officialId={official.id} />;
  }
}
