import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { Fraction } from '../../components/fraction';
import type { Proposal } from './proposals-api';
import { useShares } from './shares';

/** How much of the need one allocation meets, and how evenly. */
export function FairnessCard({
  title,
  figures,
  proposal,
  children,
}: {
  title: string;
  figures: Schema<'FairnessFigures'>;
  proposal?: Proposal;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { percent, decimal } = useShares();
  const fairness = proposal?.fairness;
  const line = (label: string, value: string) => (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text fz="sm">{label}</Text>
      <Text fw={600} fz="sm" ta="right">
        {value}
      </Text>
    </Group>
  );
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={3} fz="lg" mb="sm">
        {title}
      </Title>
      <Stack gap={6} style={{ flex: 1 }}>
        <Fraction part={figures.met} whole={figures.need} label={t('quotaProposals.met')} />
        {line(t('quotaProposals.least'), percent(figures.least))}
        {line(t('quotaProposals.most'), percent(figures.most))}
        {line(t('quotaProposals.gini'), figures.gini === null ? '—' : decimal(figures.gini))}
        {fairness && line(t('quotaProposals.gains'), String(fairness.gaining.length))}
        {fairness && line(t('quotaProposals.loses'), String(fairness.losing.length))}
        {proposal && line(t('quotaProposals.left'), String(proposal.left))}
      </Stack>
      {children}
    </Card>
  );
}
