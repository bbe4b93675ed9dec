import { Badge, Button, Card, Checkbox, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { SearchField } from '../../components/search-field';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { type Candidate, useMembers, usePropose } from './api';

/** A cell's people to choose from; under each name why, or why not. */
export function MemberPicker({ courseId }: { courseId: string }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const members = useMembers(courseId, q);
  const propose = usePropose();
  const toggle = (id: string): void => {
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  };
  const send = (interest: boolean): void => {
    propose.mutate(
      { courseId, officialIds: [...chosen], interest, ...(note.trim() && { note }) },
      {
        onError: notifyProblem,
        onSuccess: ({ items }) => {
          notifyDone(t(interest ? 'proposing.noted' : 'proposing.sent', { count: items.length }));
          setChosen([]);
          setNote('');
        },
      },
    );
  };
  return (
    <Card withBorder mt="lg" component="section" aria-label={t('proposing.choose')}>
      <Title order={3} fz="lg" mb="sm">
        {t('proposing.choose')}
      </Title>
      <SearchField label={t('officials.search')} value={q} onSearch={setQ} />
      {members.error && <ErrorState error={members.error} retry={() => void members.refetch()} />}
      {members.isPending && <Loading />}
      {members.isSuccess && members.items.length === 0 && (
        <EmptyState title={t('nominate.nobody')}>{t('proposing.nobodyHint')}</EmptyState>
      )}
      <Stack gap={0} mt="sm">
        {members.items.map((member) => (
          <Member
            key={member.official.id}
            member={member}
            checked={chosen.includes(member.official.id)}
            onToggle={toggle}
          />
        ))}
      </Stack>
      {members.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={members.isFetchingNextPage}
          onClick={() => void members.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
      <Textarea
        mt="md"
        label={t('proposing.note')}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
      <Group mt="md">
        <Button
          size="lg"
          disabled={chosen.length === 0}
          loading={propose.isPending}
          onClick={() => {
            send(false);
          }}
        >
          {t('proposing.send', { count: chosen.length })}
        </Button>
        <Button
          size="lg"
          variant="default"
          disabled={chosen.length === 0 || propose.isPending}
          onClick={() => {
            send(true);
          }}
        >
          {t('proposing.noteInterest')}
        </Button>
      </Group>
    </Card>
  );
}

function Member({
  member,
  checked,
  onToggle,
}: {
  member: Candidate;
  checked: boolean;
  onToggle: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { official, needed, checks } = member;
  const against = checks.filter(({ result, waiver }) => result !== 'pass' || waiver !== null);
  return (
    <Group align="flex-start" wrap="nowrap" py="sm" gap="sm" style={{ borderTop: '1px solid #e7e1d9' }}>
      <Checkbox
        size="lg"
        aria-label={official.fullName}
        checked={checked}
        onChange={() => {
          onToggle(official.id);
        }}
      />
      <div style={{ minWidth: 0, flex: 1 }}>
        <Group gap={8}>
          <Text fw={600}>{official.fullName}</Text>
          {needed && <Badge color="son.7">{t('nominate.needed')}</Badge>}
        </Group>
        <Text fz="sm" c="#5f5a54">
          {[official.post, t(`level.llct.${official.llctLevel ?? 'unknown'}`)].filter(Boolean).join(' · ')}
        </Text>
        {against.map(({ rule, message, mend }) => (
          <Text key={rule} fz="sm" c="#7a4a00">
            {message} {mend}
          </Text>
        ))}
      </div>
    </Group>
  );
}
