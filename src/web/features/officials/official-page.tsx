import { Anchor, Breadcrumbs, Button, Card, Group, SimpleGrid, Stack, Text, Timeline, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { NominationTable } from '../nominations/nomination-table';
import { type OfficialProfile, useOfficial, useOfficialStandards } from './api';
import { OfficialDialog } from './official-dialog';

/** One official: who they are, what their post asks for and what is missing, posts and training over time. */
export function OfficialPage() {
  const { t } = useTranslation();
  const { officialId } = useParams({ strict: false }) as { officialId: string };
  const official = useOfficial(officialId);
  const mayManage = useMay('officials.manage');
  const [editing, setEditing] = useState(false);
  if (official.error) return <ErrorState error={official.error} retry={() => void official.refetch()} />;
  if (!official.data) return <Loading />;
  const { fullName, post, unit } = official.data;
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor renderRoot={(props) => <Link to="/can-bo" {...props} />}>{t('nav.officials')}</Anchor>
        <Text>{fullName}</Text>
      </Breadcrumbs>
      <PageHeader title={fullName} subtitle={[post, unit.name].filter(Boolean).join(' · ')}>
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
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Standards officialId={officialId} />
        <Person official={official.data} />
        <Posts official={official.data} />
        <Training official={official.data} />
      </SimpleGrid>
      <Title order={3} mt="xl" mb="sm">
        {t('officials.nominations')}
      </Title>
      <NominationTable filters={{ officialId }} showCourse empty={{ title: t('officials.noNominations') }} />
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

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}

/** Standard asked, standard met, what is missing. */
function Standards({ officialId }: { officialId: string }) {
  const { t } = useTranslation();
  const standards = useOfficialStandards(officialId);
  return (
    <Panel title={t('officials.standards')}>
      {standards.error && <ErrorState error={standards.error} retry={() => void standards.refetch()} />}
      {standards.data && (
        <Stack gap="sm">
          <Verdict ladder="professional" verdict={standards.data.professional} />
          <Verdict ladder="llct" verdict={standards.data.llct} />
          {standards.data.source && (
            <Text fz="sm" c="#5f5a54">
              {standards.data.source}
            </Text>
          )}
        </Stack>
      )}
    </Panel>
  );
}

function Verdict({ ladder, verdict }: { ladder: 'professional' | 'llct'; verdict: Schema<'StandardVerdictView'> }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text fw={600}>{t(`officials.${ladder}`)}</Text>
        <Text fz="sm">
          {t('officials.asksHas', {
            asked: t(`level.${ladder}.${verdict.asked ?? 'unknown'}`),
            has: t(`level.${ladder}.${verdict.has ?? 'unknown'}`),
          })}
        </Text>
      </div>
      <StateBadge family="standard" state={verdict.answer} />
    </Group>
  );
}

function Person({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const facts: [string, string | null][] = [
    [
      t('officials.bornOn'),
      official.bornOn ? writeDate(official.bornOn) : official.birthYear ? String(official.birthYear) : null,
    ],
    [t('officials.gender'), t(`gender.${official.gender}`)],
    [t('officials.category'), official.category && t(`category.${official.category}`)],
    [t('officials.cell'), official.cell?.name ?? null],
    [t('officials.homePlace'), official.homePlace],
    [t('officials.status'), t(`state.official.${official.status}`)],
    ...(official.masked
      ? []
      : ([
          [t('officials.ethnicGroup'), official.ethnicGroup],
          [t('officials.membership'), official.membership && t(`membership.${official.membership}`)],
          [t('officials.probationaryOn'), writeDate(official.probationaryOn)],
          [t('officials.fullMemberOn'), writeDate(official.fullMemberOn)],
        ] as [string, string | null][])),
  ];
  return (
    <Panel title={t('officials.record')}>
      <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(120px, 40%) 1fr', gap: '6px 12px' }}>
        {facts.map(([label, value]) => (
          <Group key={label} style={{ display: 'contents' }}>
            <dt style={{ color: '#5f5a54' }}>{label}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value ?? '—'}</dd>
          </Group>
        ))}
      </dl>
      {official.masked && (
        <Text fz="sm" c="#5f5a54" mt="sm">
          {t('officials.masked')}
        </Text>
      )}
    </Panel>
  );
}

function Posts({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('officials.posts')}>
      <Timeline bulletSize={16} lineWidth={2}>
        {official.posts.map((held) => (
          <Timeline.Item key={`${held.title}-${held.from ?? ''}`} title={held.title}>
            <Text fz="sm">
              {held.unit.name} · {t(`category.${held.category}`)}
            </Text>
            <Text fz="sm" c="#5f5a54">
              {t('officials.span', {
                from: held.from ? writeDate(held.from) : t('officials.fromUnknown'),
                to: held.to ? writeDate(held.to) : t('officials.toNow'),
              })}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}

function Training({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const { qualifications, pastSendings } = official;
  if (qualifications.length + pastSendings.length === 0) {
    return (
      <Panel title={t('officials.training')}>
        <EmptyState title={t('officials.noTraining')} />
      </Panel>
    );
  }
  return (
    <Panel title={t('officials.training')}>
      <Timeline bulletSize={16} lineWidth={2}>
        {qualifications.map(({ kind, level, major, obtainedOn, source }) => (
          <Timeline.Item
            key={`${kind}-${level}-${obtainedOn ?? ''}`}
            title={`${t(`officials.${kind}`)}: ${t(`level.${kind}.${level}`)}`}
          >
            <Text fz="sm" c="#5f5a54">
              {[major, obtainedOn && writeDate(obtainedOn), source].filter(Boolean).join(' · ')}
            </Text>
          </Timeline.Item>
        ))}
        {pastSendings.map(({ programName, year, school, result }) => (
          <Timeline.Item key={`${programName}-${year}`} title={`${programName}, ${year}`}>
            <Text fz="sm" c="#5f5a54">
              {[school, result && t(`grade.${result}`)].filter(Boolean).join(' · ')}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}
