import { Anchor, Breadcrumbs, Grid, List, Text, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import type { DraftPerson, LocalDraft } from '../../offline/drafts';
import type { Course } from '../courses/api';
import { type AskedPapers, useAskedPapers, useWritePapers } from '../papers/api';
import { useCourseToChooseFor } from './api';
import { CandidateList } from './candidate-list';
import { ChosenList } from './chosen-list';
import { ChangedMeanwhile, DraftState, KeptNotice, WaitingNotice } from './draft-notices';
import { useDraft, useKeptDraft } from './use-draft';
import { useSending } from './use-sending';
import { Verdicts } from './verdicts';

/** Choosing people for a class: left who could go, right the list being made; sent, it is answered line by line. */
export function NominatePage() {
  const { courseId } = useParams({ strict: false }) as { courseId: string };
  const course = useCourseToChooseFor(courseId);
  const kept = useKeptDraft(courseId);
  if (!course.data && course.error) return <ErrorState error={course.error} retry={() => void course.refetch()} />;
  if (!course.data || kept.data === undefined) return <Loading />;
  return <Choosing key={courseId} course={course.data} kept={kept.data} />;
}

function Choosing({ course, kept }: { course: Course & { keptAt?: number }; kept: LocalDraft | null }) {
  const { t } = useTranslation();
  const [said, say] = useState('');
  const draft = useDraft(course, kept);
  const papers = useAskedPapers(course.id);
  const sending = useSending(course.id, draft);
  const [asked, setAsked] = useState(false);
  const chosen = draft.people;
  const toggle = ({ id, fullName }: DraftPerson): void => {
    const isOn = chosen.some((person) => person.id === id);
    draft.setPeople(isOn ? chosen.filter((person) => person.id !== id) : [...chosen, { id, fullName }]);
    say(t(isOn ? 'nominate.removedNow' : 'nominate.chosenNow', { name: fullName, at: chosen.length + 1 }));
  };
  const choose = (people: readonly DraftPerson[]): void => {
    const added = people.filter(({ id }) => !chosen.some((person) => person.id === id));
    if (added.length === 0) return;
    draft.setPeople([...chosen, ...added]);
    say(t('nominate.listOf', { count: chosen.length + added.length }));
  };
  const move = (person: DraftPerson, to: number): void => {
    const others = chosen.filter(({ id }) => id !== person.id);
    draft.setPeople(others.toSpliced(to, 0, person));
    say(t('nominate.movedNow', { name: person.fullName, at: to + 1, count: chosen.length }));
  };
  const mayNotSend = course.state !== 'open' || draft.waiting;
  const askToSend = (): void => {
    if (!mayNotSend && chosen.length > 0) setAsked(true);
  };
  useHotkeys([['mod+Enter', askToSend]], []);
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
      <ClassHead course={course} />
      {course.keptAt !== undefined && <KeptNotice at={course.keptAt} />}
      <ChangedMeanwhile changes={draft.changes} unfit={draft.unfit} />
      {draft.waiting && (
        <WaitingNotice
          onCancel={() => {
            draft.wait(false, draft.ready());
          }}
        />
      )}
      {sending.sent && <Verdicts people={sending.sent.people} lines={sending.sent.lines} />}
      <AskedForPapers papers={papers.data} />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <CandidateList
            courseId={course.id}
            chosen={chosen}
            onToggle={toggle}
            onChoose={choose}
            onSend={askToSend}
            onSay={say}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} className="chosen-list">
          <DraftState savedAt={draft.savedAt} count={chosen.length} />
          <ChosenList
            chosen={chosen}
            onRemove={toggle}
            onMove={move}
            onSend={askToSend}
            busy={sending.busy}
            error={sending.error}
            disabled={mayNotSend}
            papers={papers.data}
          />
        </Grid.Col>
      </Grid>
      {asked && (
        <AskToSend
          people={chosen}
          busy={sending.busy}
          onClose={() => {
            setAsked(false);
          }}
          onSend={() => {
            setAsked(false);
            sending.send();
          }}
        />
      )}
    </>
  );
}

/** Where the list being made is small, what the class asks for stands above the people. */
function AskedForPapers({ papers }: { papers: AskedPapers | undefined }) {
  const { t } = useTranslation();
  const write = useWritePapers();
  if (!papers || papers.required.length === 0) return null;
  return (
    <Text fz="sm" mb="md" hiddenFrom="lg">
      {t('papers.asks', { papers: write(papers.required) })}
    </Text>
  );
}

function ClassHead({ course }: { course: Course }) {
  const { t } = useTranslation();
  const { id: courseId, code, title, state, deadline, capacity, seatsTaken, waitlisted } = course;
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
          free: Math.max(0, capacity - seatsTaken),
          capacity,
          waiting: waitlisted,
        })}
      />
      {state !== 'open' && (
        <Text fw={600} c="son.7" mb="md">
          {t('nominate.notOpen')}
        </Text>
      )}
    </>
  );
}

function AskToSend({
  people,
  busy,
  onClose,
  onSend,
}: {
  people: readonly DraftPerson[];
  busy: boolean;
  onClose: () => void;
  onSend: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened
      title={t('draft.confirmTitle', { count: people.length })}
      onClose={onClose}
      onSubmit={onSend}
      submitLabel={t('nominate.send', { count: people.length })}
      busy={busy}
      error={null}
      enterSubmits
    >
      <List type="ordered" mah={320} style={{ overflowY: 'auto' }}>
        {people.map(({ id, fullName }) => (
          <List.Item key={id}>{fullName}</List.Item>
        ))}
      </List>
    </Dialog>
  );
}
