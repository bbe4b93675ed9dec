import { Button, Card, Group, Switch, Text } from '@mantine/core';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysHelp } from '../../components/keys-help';
import { SearchField } from '../../components/search-field';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { useListKeys } from '../../components/use-list-keys';
import type { DraftPerson } from '../../offline/drafts';
import { type Candidate, useCandidates } from './api';
import { CandidateRow, reasonAgainst } from './candidate-row';
import { EveryRule } from './every-rule';

const KEYS = [
  ['↑ ↓', 'move'],
  ['Space', 'choose'],
  ['Shift ↑ ↓', 'several'],
  ['A…Z, /', 'search'],
  ['Alt ↑ ↓', 'order'],
  ['Alt Home, End', 'ends'],
  ['Delete', 'remove'],
  ['Enter, Ctrl Enter', 'send'],
  ['?', 'help'],
] as const;

/** People left below the one that the keys speak of when more are asked for. */
const NEAR_THE_END = 10;

/** People to choose from; under each name why, or why not. By keyboard alone, too. */
export function CandidateList({
  courseId,
  chosen,
  onToggle,
  onChoose,
  onSend,
  onSay,
}: {
  courseId: string;
  chosen: readonly DraftPerson[];
  onToggle: (person: DraftPerson) => void;
  onChoose: (people: readonly DraftPerson[]) => void;
  onSend: () => void;
  /** Tells those who do not see the screen. */
  onSay: (words: string) => void;
}) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [onlyEligible, setOnlyEligible] = useState(false);
  const [help, setHelp] = useState(false);
  const list = useCandidates(courseId, q);
  const shown = list.items.filter(({ eligible }) => eligible || !onlyEligible);
  const toggle = (id: string): void => {
    const candidate = shown.find(({ official }) => official.id === id);
    if (!candidate) return;
    const { fullName } = candidate.official;
    if (candidate.eligible || chosen.some((person) => person.id === id)) onToggle({ id, fullName });
    else onSay(t('nominate.notToChoose', { name: fullName, why: reasonAgainst(candidate) }));
  };
  const extend = (ids: readonly string[]): void => {
    const people = shown.filter(({ official, eligible }) => eligible && ids.includes(official.id));
    onChoose(people.map(({ official: { id, fullName } }) => ({ id, fullName })));
  };
  const latest = useRef({ toggle, extend });
  useEffect(() => {
    latest.current = { toggle, extend };
  });
  // The same for every drawing of the list, so that a choice draws one row and not two hundred.
  const toggleRow = useCallback((id: string) => {
    latest.current.toggle(id);
  }, []);
  const active = useListKeys({
    ids: shown.map(({ official }) => official.id),
    onToggle: toggleRow,
    onOpen: onSend,
    onHelp: useCallback(() => {
      setHelp(true);
    }, []),
    onExtend: useCallback((ids: readonly string[]) => {
      latest.current.extend(ids);
    }, []),
    typing: 'searches',
  });
  useMoreBefore(list, shown.length - 1 - shown.findIndex(({ official }) => official.id === active));
  return (
    <Card withBorder component="section" aria-label={t('nominate.choose')}>
      <Head q={q} onSearch={setQ} only={onlyEligible} onOnly={setOnlyEligible} help={help} onHelp={setHelp} />
      {list.error && !list.data && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && shown.length === 0 && (
        <EmptyState title={t('nominate.nobody')}>{t('nominate.nobodyHint')}</EmptyState>
      )}
      {shown.length > 0 && <Shown shown={shown} total={list.total} />}
      <Rows shown={shown} chosen={chosen} active={active} onToggle={toggleRow} />
      {list.hasNextPage && (
        <Button mt="sm" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Card>
  );
}

/** What the list is narrowed by, and its keys; drawn anew only when one of them changes. */
const Head = memo(function Head({
  q,
  onSearch,
  only,
  onOnly,
  help,
  onHelp,
}: {
  q: string;
  onSearch: (text: string) => void;
  only: boolean;
  onOnly: (only: boolean) => void;
  help: boolean;
  onHelp: (opened: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Group mb="sm">
      <SearchField label={t('officials.search')} value={q} onSearch={onSearch} />
      <Switch
        size="md"
        label={t('nominate.onlyEligible')}
        checked={only}
        onChange={({ currentTarget }) => {
          onOnly(currentTarget.checked);
        }}
      />
      <KeysHelp keys={KEYS.map(([key, text]) => [key, t(`nominate.key.${text}`)])} opened={help} onChange={onHelp} />
    </Group>
  );
});

/** Whoever comes near the end of what is shown by keys finds more there. */
function useMoreBefore(list: ReturnType<typeof useCandidates>, left: number): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const isNear = left >= 0 && left < NEAR_THE_END;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isNear, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

function Shown({ shown, total }: { shown: readonly Candidate[]; total: number }) {
  const { t } = useTranslation();
  const eligible = shown.filter((candidate) => candidate.eligible).length;
  return (
    <Text fz="sm" c="#5f5a54" mb="xs" role="status">
      {t('nominate.shown', { shown: shown.length, total, eligible })}
    </Text>
  );
}

function Rows({
  shown,
  chosen,
  active,
  onToggle,
}: {
  shown: readonly Candidate[];
  chosen: readonly DraftPerson[];
  active: string | null;
  onToggle: (id: string) => void;
}) {
  const ids = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);
  const list = useRef<HTMLUListElement>(null);
  const isShown = shown.some(({ official }) => official.id === active);
  return (
    <>
      <ul ref={list} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {shown.map((candidate, index) => (
          <CandidateRow
            key={candidate.official.id}
            candidate={candidate}
            checked={ids.has(candidate.official.id)}
            reachable={isShown ? candidate.official.id === active : index === 0}
            onToggle={onToggle}
          />
        ))}
      </ul>
      <EveryRule list={list} candidates={shown} />
    </>
  );
}
