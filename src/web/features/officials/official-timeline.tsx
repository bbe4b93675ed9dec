import { Anchor, Card, Text, Timeline, Title } from '@mantine/core';
import { IconBriefcase, IconCertificate, IconFlag, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState } from '../../components/states';
import { writeDate, writeSpan } from '../../i18n/dates';
import type { OfficialProfile } from './api';
import { useTraining } from './record-api';
import { useWriteQualification } from './record-qualifications';
import { useWriteSpan } from './record-span';
import { type Event, eventsOf } from './timeline';

const ICONS = {
  post: IconBriefcase,
  status: IconFlag,
  qualification: IconCertificate,
  training: IconSchool,
  sending: IconSchool,
};

/** A working life in one column: posts, training and status, newest first. */
export function OfficialTimeline({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const training = useTraining(official.id);
  const events = eventsOf(official, training.data?.items ?? []);
  const tell = useTell();
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="md">
        {t('record.timeline')}
      </Title>
      {training.error && <ErrorState error={training.error} retry={() => void training.refetch()} />}
      {events.length === 0 && <EmptyState title={t('record.noEvents')} />}
      <Timeline bulletSize={30} lineWidth={2} color="son.7">
        {events.map((event, index) => {
          const Icon = ICONS[event.kind];
          const { title, when, detail } = tell(event);
          return (
            <Timeline.Item key={index} bullet={<Icon size={16} aria-hidden />} title={title}>
              <Text fz="sm" c="#5f5a54">
                {t(`record.event.${event.kind}`)} · {when}
              </Text>
              {detail && (
                <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
                  {detail}
                </Text>
              )}
            </Timeline.Item>
          );
        })}
      </Timeline>
    </Card>
  );
}

/** What is said of each kind of event. */
function useTell(): (event: Event) => { title: ReactNode; when: string; detail: string } {
  const { t } = useTranslation();
  const span = useWriteSpan();
  const write = useWriteQualification();
  const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ');
  return (event) => {
    switch (event.kind) {
      case 'post': {
        const { post } = event;
        return {
          title: post.title,
          when: span(post),
          detail: join(post.unit.name, post.main && t('record.mainShort')),
        };
      }
      case 'status': {
        const { status } = event;
        return { title: t(`state.official.${status.status}`), when: span(status), detail: status.note ?? '' };
      }
      case 'qualification': {
        const { qualification } = event;
        return {
          title: write(qualification),
          when: qualification.obtainedOn ? writeDate(qualification.obtainedOn) : t('record.dayUnknown'),
          detail: join(qualification.major, qualification.school, qualification.source),
        };
      }
      case 'training': {
        const { course, startsOn, endsOn, result, programName } = event.training;
        return {
          title: (
            <Anchor renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: course.id }} {...props} />}>
              {course.title}
            </Anchor>
          ),
          when: writeSpan(startsOn, endsOn),
          detail: join(programName, t(`record.result.${result ?? 'running'}`)),
        };
      }
      case 'sending': {
        const { programName, year, school, mode, result } = event.sending;
        return {
          title: programName,
          when: String(year),
          detail: join(school, mode && t(`record.mode.${mode}`), result && t(`grade.${result}`)),
        };
      }
    }
  };
}
