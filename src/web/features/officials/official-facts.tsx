import { Button, Card, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import type { OfficialProfile } from './api';
import { useReveal } from './record-api';

type SecretNumber = 'citizenId' | 'partyCard';

/** Who somebody is; what the law protects only for those who may see it, numbers masked even then. */
export function OfficialFacts({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const born = official.bornOn ? writeDate(official.bornOn) : official.birthYear ? String(official.birthYear) : null;
  const facts: [label: string, value: ReactNode][] = [
    [t('officials.otherName'), official.otherName],
    [t('officials.bornOn'), born],
    [t('officials.gender'), t(`gender.${official.gender}`)],
    [t('officials.category'), official.category && t(`category.${official.category}`)],
    [t('officials.unit'), official.unit.name],
    [t('officials.cell'), official.cell?.name],
    [t('officials.homePlace'), official.homePlace],
    [t('officials.schooling'), official.schooling && t(`level.schooling.${official.schooling}`)],
    ...(official.masked ? [] : protectedFacts()),
  ];
  function protectedFacts(): typeof facts {
    return [
      [t('officials.ethnicGroup'), official.ethnicGroup],
      [t('officials.citizenId'), <Masked key="citizenId" official={official} number="citizenId" />],
      [t('officials.membership'), official.membership && t(`membership.${official.membership}`)],
      [t('officials.partyCard'), <Masked key="partyCard" official={official} number="partyCard" />],
      [t('officials.probationaryOn'), official.probationaryOn && writeDate(official.probationaryOn)],
      [t('officials.fullMemberOn'), official.fullMemberOn && writeDate(official.fullMemberOn)],
    ];
  }
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="sm">
        {t('officials.record')}
      </Title>
      <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(110px, 36%) 1fr', gap: '6px 12px' }}>
        {facts.map(([label, value]) => (
          <Group key={label} style={{ display: 'contents' }}>
            <dt style={{ color: '#5f5a54' }}>{label}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value ?? '—'}</dd>
          </Group>
        ))}
      </dl>
      {official.merged.map(({ id, fullName, on }) => (
        <Text key={id} fz="sm" mt="sm" style={{ overflowWrap: 'anywhere' }}>
          {on
            ? t('record.mergedFromOn', { name: fullName, day: writeDate(on) })
            : t('record.mergedFrom', { name: fullName })}
        </Text>
      ))}
      {official.masked && (
        <Text fz="sm" c="#5f5a54" mt="sm">
          {t('officials.masked')}
        </Text>
      )}
    </Card>
  );
}

/** A number by its last digits; the whole of it only for a reason, and only until the page is left. */
function Masked({ official, number }: { official: OfficialProfile; number: SecretNumber }) {
  const { t } = useTranslation();
  const reveal = useReveal(official.id);
  const mayReveal = useMay('officials.readSensitive');
  const [asking, setAsking] = useState(false);
  const masked = official[number];
  if (masked === null) return '—';
  return (
    <Group gap="xs">
      <Text ff="monospace" fz="md" aria-live="polite">
        {reveal.data?.number ?? masked}
      </Text>
      {mayReveal && !reveal.data && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('record.showNumberOf', { number: t(`officials.${number}`) })}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('record.showNumber')}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t('record.showNumberOf', { number: t(`officials.${number}`) })}
          explanation={t('record.showNumberWhy')}
          submitLabel={t('record.showNumber')}
          busy={reveal.isPending}
          error={reveal.error}
          onClose={() => {
            setAsking(false);
          }}
          onSubmit={(reason) => {
            reveal.mutate(
              { number, reason: reason ?? '' },
              {
                onSuccess: () => {
                  setAsking(false);
                },
              },
            );
          }}
        />
      )}
    </Group>
  );
}
