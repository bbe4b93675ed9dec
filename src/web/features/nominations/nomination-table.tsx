import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { type Column, DataTable } from '../../components/data-table';
import { type Nomination, type NominationFilters, useNominations } from './api';
import { PapersButton } from '../papers/papers-button';
import { useMissingPapers } from '../papers/api';
import { useSeats } from '../seats/api';
import { WaiverLines } from './waiver-lines';
import { StepButtons } from './step-buttons';

/** People put forward, with what may be done about each. */
export function NominationTable({
  filters,
  empty,
  showCourse = false,
}: {
  filters: NominationFilters;
  empty: { title: string; hint?: string };
  showCourse?: boolean;
}) {
  const { t } = useTranslation();
  const list = useNominations(filters);
  const missing = useMissingPapers(filters.courseId);
  const why = useWhyWaiting(filters.courseId, list.items);
  const course: Column<Nomination> = {
    label: t('courses.class'),
    render: (nomination) => (
      <Anchor
        renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: nomination.course.id }} {...props} />}
      >
        {nomination.course.title}
      </Anchor>
    ),
  };
  return (
    <DataTable<Nomination>
      label={t('course.people')}
      list={list}
      empty={empty}
      columns={[
        {
          label: t('officials.person'),
          title: true,
          render: ({ official }) => (
            <div>
              <Anchor
                fw={600}
                renderRoot={(props) => (
                  <Link to="/can-bo/$officialId" params={{ officialId: official.id }} {...props} />
                )}
              >
                {official.fullName}
              </Anchor>
              <Text fz="sm" c="#5f5a54">
                {official.post}
              </Text>
            </div>
          ),
        },
        ...(showCourse ? [course] : []),
        { label: t('officials.unit'), render: ({ unit }) => unit.name },
        {
          label: t('nominations.state'),
          long: true,
          render: (nomination) => <Standing nomination={nomination} why={why.get(nomination.id)} />,
        },
        {
          label: t('papers.title'),
          render: ({ id, official }) => (
            <PapersButton nominationId={id} name={official.fullName} missing={missing.data?.get(id) ?? []} />
          ),
        },
        { label: t('common.actions'), render: (nomination) => <StepButtons nomination={nomination} /> },
      ]}
    />
  );
}

/** Why each who waits in the class waits, by nomination. */
function useWhyWaiting(courseId: string | undefined, people: readonly Nomination[]): ReadonlyMap<string, string> {
  const seats = useSeats(courseId ?? '', courseId !== undefined && people.some(({ place }) => place === 'waitlist'));
  return new Map(seats.data?.waiting.map(({ nominationId, sentence }) => [nominationId, sentence]));
}

/** Where a nomination stands; for one who waits, which place in the line and why. */
export function Standing({ nomination, why }: { nomination: Nomination; why?: string | undefined }) {
  const { t } = useTranslation();
  const { state, place, waitlistPosition, late, reason, waivers } = nomination;
  return (
    <div>
      <StateBadge family="nomination" state={state} />
      {place === 'waitlist' && (
        <Text fz="sm" fw={600}>
          {waitlistPosition === 1
            ? t('nominations.nextInLine')
            : t('nominations.waiting', { position: waitlistPosition })}
        </Text>
      )}
      {why && <Text fz="sm">{why}</Text>}
      <WaiverLines waivers={waivers} />
      {late && <Text fz="sm">{t('nominations.late')}</Text>}
      {reason && <Text fz="sm">“{reason}”</Text>}
    </div>
  );
}
