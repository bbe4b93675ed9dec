import { Anchor, Breadcrumbs, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useCourse } from '../courses/api';
import { useMay } from '../identity/api';
import { useProposals } from './api';
import { CellAnswerList } from './cell-answers';
import { MemberPicker } from './member-picker';
import { ProposalList } from './proposal-list';

/** What cells propose for a class: a cell chooses its people here, a committee orders its list and nominates. */
export function ProposalsPage() {
  const { t } = useTranslation();
  const { courseId } = useParams({ strict: false }) as { courseId: string };
  const course = useCourse(courseId);
  const proposals = useProposals(courseId);
  const cell = useMay('proposals.make');
  const committee = useMay('proposals.endorse');
  if (course.error) return <ErrorState error={course.error} retry={() => void course.refetch()} />;
  if (!course.data) return <Loading />;
  const { code, title, state, deadline, capacity, seatsTaken, waitlisted } = course.data;
  const open = state === 'open';
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor renderRoot={(props) => <Link to="/de-cu" {...props} />}>{t('nav.calls')}</Anchor>
        <Anchor renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId }} {...props} />}>{code}</Anchor>
      </Breadcrumbs>
      <PageHeader
        title={t(cell ? 'proposing.title' : 'proposing.listTitle', { title })}
        subtitle={t('nominate.subtitle', {
          deadline: writeDate(deadline),
          free: capacity - seatsTaken,
          capacity,
          waiting: waitlisted,
        })}
      />
      {!open && (
        <Text fw={600} c="son.7" mb="md">
          {t('nominate.notOpen')}
        </Text>
      )}
      {proposals.error && <ErrorState error={proposals.error} retry={() => void proposals.refetch()} />}
      {proposals.isPending && <Loading />}
      {proposals.data && (
        <ProposalList courseId={courseId} proposals={proposals.data.items} ordering={committee && open} />
      )}
      {cell && open && <MemberPicker courseId={courseId} />}
      {!cell && <CellAnswerList courseId={courseId} />}
    </>
  );
}
