import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import type { NominatedLine } from './api';
import type { DraftPerson } from '../../offline/drafts';

/** What became of each line of the list that was sent. */
export function Verdicts({ people, lines }: { people: readonly DraftPerson[]; lines: readonly NominatedLine[] }) {
  const { t } = useTranslation();
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  const count = (outcome: NominatedLine['outcome']): number => lines.filter((line) => line.outcome === outcome).length;
  return (
    <Card withBorder mb="md" role="status" aria-live="polite">
      <Title order={3} fz="lg" mb="sm">
        {t('nominate.sent', { seated: count('seated'), waitlisted: count('waitlisted'), refused: count('refused') })}
      </Title>
      <Stack gap="xs">
        {lines.map(({ officialId, outcome, checks }) => (
          <Group key={officialId} align="flex-start" gap="sm">
            <StateBadge family="outcome" state={outcome} />
            <div style={{ flex: '1 1 220px' }}>
              <Text fw={600}>{names.get(officialId)}</Text>
              {checks
                .filter(({ result, waiver }) => result === 'fail' || result === 'needsException' || waiver !== null)
                .map(({ rule, message, mend }) => (
                  <Text key={rule} fz="sm">
                    {message} {mend}
                  </Text>
                ))}
            </div>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
