import { Anchor, Breadcrumbs, Grid, List, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { Dialog } from '../../components/dialog';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useCourse } from '../courses/api';
import { type NominatedLine, useNominate } from './api';
import { CandidateList } from './candidate-list';
import { ChosenList } from './chosen-list';
import { ClassChanged, DraftState, WaitingNotice } from './draft-notices';
import type { DraftPerson } from './draft-store';
import { useDraft } from './use-draft';
import { useWhenOnline } from './use-when-online';
import { Verdicts } from './verdicts';

/** Choosing people for a class: left who could go, right the list being made; sent, it is answered line by line. */
export function NominatePage() {
  const { t } = useTranslation();
  const { courseId } = useParams({ strict: false }) as { courseId: string };
  const course = useCourse(courseId);
  const nominate = useNominate(courseId);
  const draft = useDraft(courseId);
  const chosen = draft.people;
  const [sent, setSent] = useState<{ people: readonly DraftPerson[]; lines: NominatedLine[] } | null>(null);
  const [asked, setAsked] = useState(false);
  const send = (): void => {
    const { people, key } = draft.ready();
    setAsked(false);
    nominate.mutate(
      { officialIds: people.map(({ id }) => id), key },
      {
        onSuccess: ({ items }) => {
          setSent({ people, lines: items });
          draft.finish();
        },
        onError: (error) => {
          // Not reached: kept, and sent by itself when there is a network; whatever came through comes to nothing twice.
          draft.wait(error instanceof ApiProblem && error.problem.code === 'unreachable', { people, key });
        },
      },
    );
  };
  useWhenOnline(draft.waiting && !nominate.isPending, send);
  if (course.error) return <ErrorState error={course.error} retry={() => void course.refetch()} />;
  if (!course.data) return <Loading />;
  const { code, title, state, deadline, capacity, seatsTaken, waitlisted } = course.data;
  const toggle = ({ id, fullName }: DraftPerson): void => {
    draft.setPeople(
      chosen.some((person) => person.id === id)
        ? chosen.filter((person) => person.id !== id)
        : [...chosen, { id, fullName }],
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
      <ClassChanged changes={draft.changes} />
      {draft.waiting && (
        <WaitingNotice
          onCancel={() => {
            draft.wait(false, draft.ready());
          }}
        />
      )}
      {sent && <Verdicts people={sent.people} lines={sent.lines} />}
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <CandidateList courseId={courseId} chosen={chosen} onToggle={toggle} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} className="chosen-list">
          <DraftState savedAt={draft.savedAt} count={chosen.length} />
          <ChosenList
            chosen={chosen}
            onRemove={toggle}
            onSend={() => {
              setAsked(true);
            }}
            busy={nominate.isPending}
            error={draft.waiting ? null : nominate.error}
            disabled={state !== 'open' || draft.waiting}
          />
        </Grid.Col>
      </Grid>
      {asked && (
        <Dialog
          opened
          title={t('draft.confirmTitle', { count: chosen.length })}
          onClose={() => {
            setAsked(false);
          }}
          onSubmit={send}
          submitLabel={t('nominate.send', { count: chosen.length })}
          busy={nominate.isPending}
          error={null}
        >
          <List type="ordered" mah={320} style={{ overflowY: 'auto' }}>
            {chosen.map(({ id, fullName }) => (
              <List.Item key={id}>{fullName}</List.Item>
            ))}
          </List>
        </Dialog>
      )}
    </>
  );
}
