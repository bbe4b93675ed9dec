import { Alert, Card, Select, Stack, Table, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useCourses } from '../courses/api';
import { stageText } from './stage-text';

/** So many units are named at once. */
const FEW = 3;

type Preview = Schema<'ReminderPreview'>;

/** What the policy in the form would send for one class: so many messages, on these days, to these units. */
export function PolicyPreview({
  chosen,
  fixed,
  onChoose,
  preview,
}: {
  chosen: string | null;
  fixed: boolean;
  onChoose: (courseId: string | null) => void;
  preview: UseQueryResult<Preview>;
}) {
  const { t } = useTranslation();
  const courses = useCourses({ state: 'open' });
  return (
    <Card
      withBorder
      component="section"
      aria-label={t('reminderPolicy.preview')}
      style={{ position: 'sticky', top: 76, alignSelf: 'start', overflow: 'visible' }}
    >
      <Stack gap="sm">
        <Title order={3} fz="md">
          {t('reminderPolicy.preview')}
        </Title>
        {!fixed && (
          <Select
            label={t('reminderPolicy.previewClass')}
            placeholder={t('reminderPolicy.previewChoose')}
            searchable
            clearable
            nothingFoundMessage={t('reminderPolicy.noOpenClass')}
            data={courses.items.map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))}
            value={chosen}
            onChange={onChoose}
          />
        )}
        {chosen === null ? <Text c="#5f5a54">{t('reminderPolicy.previewHint')}</Text> : <Result preview={preview} />}
      </Stack>
    </Card>
  );
}

function Result({ preview: { data, error, refetch } }: { preview: UseQueryResult<Preview> }) {
  const { t } = useTranslation();
  if (error instanceof ApiProblem && error.status === 422)
    return <Alert color="orange">{t('reminderPolicy.mendFirst')}</Alert>;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Stack gap="sm" aria-live="polite">
      <Text fw={600}>
        {t('reminderPolicy.sum', { messages: data.messages, people: data.people, units: data.units })}
      </Text>
      {data.withoutPeople.length > 0 && (
        <Alert color="orange">
          {t('reminderPolicy.withoutPeople', { units: data.withoutPeople.map(({ name }) => name).join(', ') })}
        </Alert>
      )}
      {data.days.length === 0 ? (
        <Text>{t('reminderPolicy.nothingToCome')}</Text>
      ) : (
        <Table className="cards" verticalSpacing="xs" aria-label={t('reminderPolicy.preview')}>
          <Table.Thead>
            <Table.Tr>
              {['day', 'stage', 'messages', 'unitsTold'].map((name) => (
                <Table.Th key={name}>{t(`reminderPolicy.${name}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.days.map(({ date, trigger, stage, messages, people, names, units }) => (
              <Table.Tr key={`${date} ${trigger} ${stage}`}>
                <Table.Td data-label={t('reminderPolicy.day')}>{writeDate(date)}</Table.Td>
                <Table.Td data-label={t('reminderPolicy.stage')}>{stageText(t, { trigger, stage }, null)}</Table.Td>
                <Table.Td data-label={t('reminderPolicy.messages')}>
                  <details>
                    <summary>{t('reminderPolicy.messagesOf', { messages, people })}</summary>
                    {names.join(', ')}
                  </details>
                </Table.Td>
                <Table.Td data-label={t('reminderPolicy.unitsTold')}>
                  <Units units={units} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

/** A few units by name; many as their number, with the names on demand. */
function Units({ units }: { units: Preview['withoutPeople'] }) {
  const { t } = useTranslation();
  const names = units.map(({ name }) => name).join(', ');
  if (units.length <= FEW) return names;
  return (
    <details>
      <summary>{t('reminderPolicy.unitsCount', { count: units.length })}</summary>
      {names}
    </details>
  );
}
