import { Anchor, Breadcrumbs, Grid, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useCourse } from '../courses/api';
import { type Candidate, type NominatedLine, useNominate } from './api';
import { CandidateList } from './candidate-list';
import { ChosenList } from './chosen-list';
import { Verdicts } from './verdicts';

/** Choosing people for a class: left who could go, right the list being made; sent, it is answered line by line. */
export function NominatePage() {
  const { t } = useTranslation();
  const { courseId } = useParams({ strict: false }) as { courseId: string };
  const course = useCourse(courseId);
  const nominate = useNominate(courseId);
  const [chosen, setChosen] = useState<readonly Candidate[]>([]);
  const [sent, setSent] = useState<{ people: readonly Candidate[]; lines: NominatedLine[] } | null>(null);
  if (course.error) return <ErrorState error={course.error} retry={() => void course.refetch()} />;
  if (!course.data) return <Loading />;
  const { code, title, state, deadline, capacity, seatsTaken, waitlisted } = course.data;
  const toggle = (candidate: Candidate): void => {
    const { id } = candidate.official;
    setChosen((before) =>
      before.some(({ official }) => official.id === id)
        ? before.filter(({ official }) => official.id !== id)
        : [...before, candidate],
    );
  };
  const send = (): void => {
    nominate.mutate(
      chosen.map(({ official }) => official.id),
      {
        onSuccess: ({ items }) => {
          setSent({ people: chosen, lines: items });
          setChosen([]);
        },
      },
    );
  };
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor renderRoot={(props) => <Link to="/de-cu" {...props} />}>{t('nav.calls')}</Anchor>
        <Anchor renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId }} {...props} />}>{code}</Anchor>
      </Breadcrumbs>
      <PageHeader
        title={t('nominate.title', { title })}
        subtitle={t('nominate.subtitle', {
          deadline: writeDate(deadline),
          free: capacity - seatsTaken,
          capacity,
          waiting: waitlisted,
        })}
      />
      {state !== 'open' && (
        <Text fw={600} c="son.7" mb="md">
          {t('nominate.notOpen')}
        </Text>
      )}
      {sent && <Verdicts people={sent.people} lines={sent.lines} />}
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <CandidateList courseId={courseId} chosen={chosen} onToggle={toggle} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} className="chosen-list">
          <ChosenList
            chosen={chosen}
            onRemove={toggle}
            onSend={send}
            busy={nominate.isPending}
            error={nominate.error}
            disabled={state !== 'open'}
          />
        </Grid.Col>
      </Grid>
    </>
  );
}
