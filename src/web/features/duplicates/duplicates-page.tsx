import { Anchor, Badge, Breadcrumbs, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';
import { type Merge, type Pair, useDismiss, useDuplicates, useMerges, useUndoMerge } from './api';
import { MergeDialog } from './merge-dialog';

/** Records that are probably of one person, side by side: merge them, or say that they are two. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const pairs = useDuplicates();
  const [merging, setMerging] = useState<Pair | null>(null);
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor renderRoot={(props) => <Link to="/can-bo" {...props} />}>{t('nav.officials')}</Anchor>
        <Text>{t('duplicates.title')}</Text>
      </Breadcrumbs>
      <PageHeader title={t('duplicates.title')} subtitle={t('duplicates.count', { count: pairs.total })} />
      {pairs.error && <ErrorState error={pairs.error} retry={() => void pairs.refetch()} />}
      {pairs.isPending && <Loading />}
      {pairs.isSuccess && pairs.total === 0 && (
        <EmptyState title={t('duplicates.empty')}>{t('duplicates.emptyHint')}</EmptyState>
      )}
      <Stack>
        {pairs.items.map((pair) => (
          <PairCard key={`${pair.first.id}-${pair.second.id}`} pair={pair} onMerge={() => setMerging(pair)} />
        ))}
        {pairs.hasNextPage && (
          <Button variant="default" loading={pairs.isFetchingNextPage} onClick={() => void pairs.fetchNextPage()}>
            {t('common.more')}
          </Button>
        )}
      </Stack>
      <Merges />
      {merging && <MergeDialog pair={merging} onClose={() => setMerging(null)} />}
    </>
  );
}

const COLORS = {
  certain: { background: '#fde0df', color: '#8f1d21' },
  likely: { background: '#ffedc2', color: '#7a4a00' },
  possible: { background: '#e9ecef', color: '#343a40' },
};

function PairCard({ pair, onMerge }: { pair: Pair; onMerge: () => void }) {
  const { t } = useTranslation();
  const dismiss = useDismiss();
  const { first, second, certainty, reasons } = pair;
  return (
    <Card withBorder component="section" aria-label={`${first.fullName} – ${second.fullName}`}>
      <Group mb="sm" gap="xs">
        <Badge size="lg" variant="filled" styles={{ root: { ...COLORS[certainty], textTransform: 'none' } }}>
          {t(`duplicates.certainty.${certainty}`)}
        </Badge>
        <Text c="#5f5a54">{reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(' · ')}</Text>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Person official={first} other={second} />
        <Person official={second} other={first} />
      </SimpleGrid>
      <Group mt="md">
        <Button onClick={onMerge}>{t('duplicates.merge')}</Button>
        <Button
          variant="default"
          loading={dismiss.isPending}
          onClick={() => {
            dismiss.mutate(pair, { onSuccess: () => notifyDone(t('duplicates.dismissed')), onError: notifyProblem });
          }}
        >
          {t('duplicates.dismiss')}
        </Button>
      </Group>
    </Card>
  );
}

/** One of the two; what the other has otherwise is marked. */
function Person({ official, other }: { official: Pair['first']; other: Pair['first'] }) {
  const { t } = useTranslation();
  const facts = (one: Pair['first']): [label: string, value: string][] => [
    [t('officials.bornOn'), one.bornOn ? writeDate(one.bornOn) : String(one.birthYear ?? '—')],
    [t('officials.gender'), t(`gender.${one.gender}`)],
    [t('officials.unit'), one.unit.name],
    [t('officials.cell'), one.cell?.name ?? '—'],
    [t('officials.post'), one.post ?? '—'],
    [t('officials.professional'), t(`level.professional.${one.professionalLevel ?? 'unknown'}`)],
    [t('officials.llct'), t(`level.llct.${one.llctLevel ?? 'unknown'}`)],
  ];
  const others = facts(other);
  return (
    <div>
      <Anchor
        fw={600}
        fz="lg"
        renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId: official.id }} {...props} />}
      >
        {official.fullName}
      </Anchor>
      <dl
        style={{ margin: '8px 0 0', display: 'grid', gridTemplateColumns: 'minmax(110px, 40%) 1fr', gap: '4px 12px' }}
      >
        {facts(official).map(([label, value], index) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt style={{ color: '#5f5a54' }}>{label}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>
              {others[index]?.[1] === value ? (
                value
              ) : (
                <mark style={{ background: '#ffedc2', color: 'inherit' }}>{value}</mark>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What was merged lately, each to be taken back. */
function Merges() {
  const { t } = useTranslation();
  const merges = useMerges();
  const items = merges.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t('duplicates.merges')}>
      <Title order={3} mt="xl" mb="sm">
        {t('duplicates.merges')}
      </Title>
      <Stack gap="xs">
        {items.map((merge) => (
          <MergeLine key={merge.id} merge={merge} />
        ))}
      </Stack>
    </section>
  );
}

function MergeLine({ merge }: { merge: Merge }) {
  const { t } = useTranslation();
  const undo = useUndoMerge();
  return (
    <Card withBorder py="xs">
      <Group justify="space-between">
        <div>
          <Anchor
            renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId: merge.keptId }} {...props} />}
          >
            {t('duplicates.mergedInto', { merged: merge.mergedName, kept: merge.keptName })}
          </Anchor>
          <Text fz="sm" c="#5f5a54">
            {writeInstant(merge.mergedAt)}
          </Text>
        </div>
        {merge.undoneAt ? (
          <Text c="#5f5a54">{t('duplicates.undone')}</Text>
        ) : (
          <Button
            variant="default"
            size="sm"
            loading={undo.isPending}
            onClick={() => {
              undo.mutate(merge.id, { onSuccess: () => notifyDone(t('duplicates.undone')), onError: notifyProblem });
            }}
          >
            {t('bulk.undo')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
