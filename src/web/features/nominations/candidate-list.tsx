import { Badge, Button, Card, Checkbox, Group, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../components/search-field';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { type Candidate, useCandidates } from './api';
import type { DraftPerson } from '../../offline/drafts';

/** People to choose from; under each name why, or why not. */
export function CandidateList({
  courseId,
  chosen,
  onToggle,
}: {
  courseId: string;
  chosen: readonly DraftPerson[];
  onToggle: (person: DraftPerson) => void;
}) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [onlyEligible, setOnlyEligible] = useState(false);
  const list = useCandidates(courseId, q);
  const shown = list.items.filter(({ eligible }) => eligible || !onlyEligible);
  return (
    <Card withBorder component="section" aria-label={t('nominate.choose')}>
      <Group mb="sm">
        <SearchField label={t('officials.search')} value={q} onSearch={setQ} />
        <Switch
          size="md"
          label={t('nominate.onlyEligible')}
          checked={onlyEligible}
          onChange={({ currentTarget }) => {
            setOnlyEligible(currentTarget.checked);
          }}
        />
      </Group>
      {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.isSuccess && shown.length === 0 && (
        <EmptyState title={t('nominate.nobody')}>{t('nominate.nobodyHint')}</EmptyState>
      )}
      <Stack gap={0}>
        {shown.map((candidate) => (
          <CandidateRow
            key={candidate.official.id}
            candidate={candidate}
            checked={chosen.some(({ id }) => id === candidate.official.id)}
            onToggle={onToggle}
          />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button mt="sm" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Card>
  );
}

function CandidateRow({
  candidate,
  checked,
  onToggle,
}: {
  candidate: Candidate;
  checked: boolean;
  onToggle: (person: DraftPerson) => void;
}) {
  const { t } = useTranslation();
  const { official, eligible, needed, checks } = candidate;
  const against = checks.filter(({ result, waiver }) => result !== 'pass' || waiver !== null);
  return (
    <Group align="flex-start" wrap="nowrap" py="sm" gap="sm" style={{ borderTop: '1px solid #e7e1d9' }}>
      <Checkbox
        size="lg"
        aria-label={official.fullName}
        checked={checked}
        disabled={!eligible}
        onChange={() => {
          onToggle(official);
        }}
      />
      <div style={{ minWidth: 0, flex: 1 }}>
        <Group gap={8}>
          <Text fw={600}>{official.fullName}</Text>
          {needed && <Badge color="son.7">{t('nominate.needed')}</Badge>}
        </Group>
        <Text fz="sm" c="#5f5a54">
          {[official.post, official.unit.name, t(`level.llct.${official.llctLevel ?? 'unknown'}`)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {against.length === 0 ? (
          <Text fz="sm" c="#1b5e2a">
            {t('nominate.mayGo')}
          </Text>
        ) : (
          against.map(({ rule, message, mend, source, result }) => (
            <Text
              key={rule}
              fz="sm"
              c={(result === 'fail' || result === 'needsException') && !eligible ? '#8f1d21' : '#7a4a00'}
            >
              {message} {mend}
              {source && result !== 'unknown' && ` (${source})`}
            </Text>
          ))
        )}
      </div>
    </Group>
  );
}
