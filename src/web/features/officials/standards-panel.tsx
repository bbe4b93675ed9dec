import { Anchor, Box, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useOfficialStandards } from './api';
import { Exemptions } from './record-exemptions';

const LADDERS = ['professional', 'llct', 'management'] as const;
type Ladder = (typeof LADDERS)[number];

type Missing = Schema<'MissingView'>;

/** Standard asked, standard met, what is missing, and which class would close it. */
export function StandardsPanel({ officialId }: { officialId: string }) {
  const { t } = useTranslation();
  const standards = useOfficialStandards(officialId);
  const { data } = standards;
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="sm">
        {t('officials.standards')}
      </Title>
      {standards.isPending && <Loading />}
      {standards.error && <ErrorState error={standards.error} retry={() => void standards.refetch()} />}
      {data && (
        <Stack gap="md">
          {LADDERS.filter((ladder) => ladder !== 'management' || data[ladder].asked !== null).map((ladder) => (
            <Verdict
              key={ladder}
              ladder={ladder}
              verdict={data[ladder]}
              missing={data.missing.find(({ kind }) => kind === ladder)}
            />
          ))}
          <Text fz="sm" c="#5f5a54">
            {data.source ?? t('record.noStandard')}
          </Text>
          <Exemptions officialId={officialId} exemptions={data.exemptions} />
        </Stack>
      )}
    </Card>
  );
}

function Verdict({
  ladder,
  verdict,
  missing,
}: {
  ladder: Ladder;
  verdict: Schema<'StandardVerdictView'>;
  missing: Missing | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{t(`record.ladder.${ladder}`)}</Text>
          <Text fz="sm">
            {t('officials.asksHas', {
              asked: verdict.asked ? t(`level.${ladder}.${verdict.asked}`) : t('record.nothingAsked'),
              has: t(`level.${ladder}.${verdict.has ?? 'unknown'}`),
            })}
          </Text>
        </div>
        <StateBadge family="standard" state={verdict.answer} />
      </Group>
      {verdict.answer === 'unknown' && (
        <Text fz="sm">{t(verdict.asked ? 'record.unknownLevel' : 'record.unknownAsked')}</Text>
      )}
      {missing && (
        <Box mt="xs" p="sm" bg="#fff6e0" style={{ borderRadius: 8 }}>
          <Text fz="sm" fw={600}>
            {missing.program ? t('record.closedBy', { program: missing.program.name }) : t('record.closedByNone')}
          </Text>
          {missing.courses.map(({ id, title, state, startsOn }) => (
            <Text key={id} fz="sm">
              <Anchor fz="sm" renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: id }} {...props} />}>
                {title}
              </Anchor>
              {` · ${t(`state.course.${state}`)} · ${t('record.startsOn', { day: writeDate(startsOn) })}`}
            </Text>
          ))}
          {missing.program && missing.courses.length === 0 && <Text fz="sm">{t('record.noCourseYet')}</Text>}
        </Box>
      )}
    </div>
  );
}
