import { Button, Card, Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DateField } from '../../components/date-field';
import { ErrorState } from '../../components/states';
import { today } from '../../i18n/dates';
import { useOfficials } from '../officials/api';
import { type Rules, type Tried, useTryRules } from './api';

const VERDICTS = ['pass', 'needsException', 'fail', 'unknown'] as const;

/** Tries rules that are not saved against everyone, or one person: how many of each verdict, who, and why. */
export function TryPanel({ programId, rules }: { programId: string; rules: Rules }) {
  const { t } = useTranslation();
  const attempt = useTryRules(programId);
  const [on, setOn] = useState<string | null>(today());
  const [officialId, setOfficialId] = useState<string | null>(null);
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="sm">
        {t('eligibility.try')}
      </Title>
      <Group align="flex-end" mb="sm">
        <DateField label={t('eligibility.tryOn')} value={on} onChange={setOn} />
        <PersonSelect value={officialId} onChange={setOfficialId} />
        <Button
          loading={attempt.isPending}
          onClick={() => {
            attempt.mutate({ ...rules, ...(on && { on }), ...(officialId && { officialId }) });
          }}
        >
          {officialId ? t('eligibility.tryOne') : t('eligibility.tryAll')}
        </Button>
      </Group>
      {attempt.error && <ErrorState error={attempt.error} />}
      {attempt.data && <Result tried={attempt.data} />}
    </Card>
  );
}

/** One person to try the rules against; empty: everyone. */
export function PersonSelect({
  value,
  onChange,
  label,
  error,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
  label?: string;
  error?: string | undefined;
}) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const found = useOfficials({ ...(q && { q }) });
  return (
    <Select
      label={label ?? t('eligibility.tryWhom')}
      placeholder={t('eligibility.everyone')}
      searchable
      clearable
      error={error}
      // The server searched already, without regard to accents.
      filter={({ options }) => options}
      data={found.items.map(({ id, fullName, unit }) => ({ value: id, label: `${fullName} · ${unit.name}` }))}
      value={value}
      onSearchChange={(text) => {
        setQ(text.split(' · ')[0] ?? '');
      }}
      onChange={onChange}
    />
  );
}

function Result({ tried: { total, counts, items } }: { tried: Tried }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<(typeof VERDICTS)[number]>('pass');
  const people = items.filter(({ verdict }) => verdict === shown);
  return (
    <Stack gap="sm" role="status">
      <Text fw={600} fz="lg">
        {t('eligibility.wouldGo', { count: counts.pass, total })}
      </Text>
      <SegmentedControl
        aria-label={t('eligibility.verdict')}
        style={{ flexWrap: 'wrap' }}
        data={VERDICTS.map((verdict) => ({
          value: verdict,
          label: `${t(`state.verdict.${verdict}`)}: ${counts[verdict]}`,
        }))}
        value={shown}
        onChange={(verdict) => {
          setShown(verdict as (typeof VERDICTS)[number]);
        }}
      />
      {people.length === 0 && <Text c="#5f5a54">{t('eligibility.nobody')}</Text>}
      <Stack
        gap={0}
        component="ul"
        m={0}
        p={0}
        mah={480}
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        aria-label={t('eligibility.names')}
      >
        {people.map(({ id, fullName, post, unit, verdict, checks }) => (
          <li key={id} style={{ listStyle: 'none', borderTop: '1px solid #e7e1d9', padding: '8px 0' }}>
            <Group gap={8}>
              <Text fw={600}>{fullName}</Text>
              <StateBadge family="verdict" state={verdict} />
            </Group>
            <Text fz="sm" c="#5f5a54">
              {[post, unit.name].filter(Boolean).join(' · ')}
            </Text>
            {checks.map(({ rule, message }) => (
              <Text key={rule} fz="sm">
                {message}
              </Text>
            ))}
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
