import { Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { writeSpan } from '../../i18n/dates';
import { type UndecidedProgram, useDraftDecision, useUndecided } from './api';

/** Classes whose approved people wait for a decision, by program: one decision may send those of several. */
export function Undecided() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const undecided = useUndecided();
  // Asked for here: the card is gone as soon as nobody of its classes waits any more.
  const draft = useDraftDecision();
  const make = (courseIds: string[]): void => {
    draft.mutate(courseIds, {
      onError: notifyProblem,
      onSuccess: ({ id }) => void navigate({ to: '/quyet-dinh/$decisionId', params: { decisionId: id } }),
    });
  };
  if (undecided.error) return <ErrorState error={undecided.error} retry={() => void undecided.refetch()} />;
  if (!undecided.data || undecided.data.items.length === 0) return null;
  return (
    <Stack component="section" gap="sm" mb="xl" aria-label={t('decisions.waiting')}>
      <Title order={3}>{t('decisions.waiting')}</Title>
      {undecided.data.items.map((item) => (
        <ProgramCard key={item.program.id} {...item} busy={draft.isPending} onMake={make} />
      ))}
    </Stack>
  );
}

function ProgramCard({
  program,
  courses,
  busy,
  onMake,
}: UndecidedProgram & { busy: boolean; onMake: (courseIds: string[]) => void }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = courses.filter(({ id }) => !left.includes(id));
  const count = chosen.reduce((sum, { people }) => sum + people, 0);
  return (
    <Card withBorder component="section" aria-label={program.name}>
      <Text fw={600} mb="xs">
        {program.name}
      </Text>
      <Stack gap="xs">
        {courses.map(({ id, title, code, startsOn, endsOn, people }) => (
          <Checkbox
            key={id}
            label={t('decisions.waitingClass', { title, code, count: people, span: writeSpan(startsOn, endsOn) })}
            checked={!left.includes(id)}
            onChange={({ currentTarget }) => {
              setLeft(currentTarget.checked ? left.filter((one) => one !== id) : [...left, id]);
            }}
          />
        ))}
      </Stack>
      <Group justify="flex-end" mt="sm">
        <Button
          disabled={chosen.length === 0}
          loading={busy}
          onClick={() => {
            onMake(chosen.map(({ id }) => id));
          }}
        >
          {t('decisions.makeFor', { count })}
        </Button>
      </Group>
    </Card>
  );
}
