import { Alert, Button, Card, Chip, Group, Title } from '@mantine/core';
import { IconAdjustments, IconBellRinging, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { type Course, useCalls } from '../courses/api';
import { useMay } from '../identity/api';
import { useHold, usePolicy } from './api';
import { CourseDeliveries } from './course-deliveries';
import { LetterMenu } from './letter-menu';
import { NudgeDialog } from './nudge-dialog';
import { PolicyOfScope } from './policies-admin';
import { ReminderTable } from './reminder-table';

/** One class's reminders: what went, what is to come, and what the board does by hand. */
export function CourseReminders({ course }: { course: Course }) {
  const { t } = useTranslation();
  const manages = useMay('reminders.manage') && course.can.edit;
  return (
    <>
      {manages && course.state === 'open' && <ByHand course={course} />}
      <Times course={course} />
      <Title order={3} fz="lg" mt="lg" mb="sm">
        {t('reminders.deliveries.title')}
      </Title>
      <CourseDeliveries courseId={course.id} />
    </>
  );
}

const STATES = ['planned', 'sent', 'dropped', 'all'] as const;
type Shown = (typeof STATES)[number];

/** The times of all units; while the class is open, those to come: most are never needed, as units answer. */
function Times({ course: { id, state } }: { course: Course }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>(state === 'open' ? 'planned' : 'all');
  return (
    <>
      <Chip.Group
        value={shown}
        onChange={(value) => {
          setShown(value as Shown);
        }}
      >
        <Group gap="xs" mb="sm" role="group" aria-label={t('reminders.state')}>
          {STATES.map((each) => (
            <Chip key={each} value={each} size="md">
              {t(each === 'all' ? 'reminders.allStates' : `state.reminder.${each}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <ReminderTable filters={{ courseId: id, ...(shown !== 'all' && { state: shown }) }} />
    </>
  );
}

function ByHand({ course: { id, code } }: { course: Course }) {
  const { t } = useTranslation();
  const policy = usePolicy(id);
  const calls = useCalls({ courseId: id });
  const hold = useHold(id);
  const [nudging, setNudging] = useState(false);
  const [rules, setRules] = useState(false);
  const owing = (calls.data?.items ?? []).filter(({ answer }) => answer === null).map(({ unit }) => unit);
  const paused = policy.data?.paused ?? false;
  return (
    <>
      {paused && (
        <Alert color="yellow" mb="sm">
          {t('reminders.paused')}
        </Alert>
      )}
      <Group justify="flex-end" mb="sm">
        <Button
          variant="default"
          leftSection={<IconAdjustments size={18} />}
          aria-expanded={rules}
          onClick={() => {
            setRules(!rules);
          }}
        >
          {t(rules ? 'reminders.hidePolicy' : 'reminders.ownPolicy')}
        </Button>
        <Button
          variant="default"
          leftSection={paused ? <IconPlayerPlay size={18} /> : <IconPlayerPause size={18} />}
          loading={hold.isPending}
          onClick={() => {
            hold.mutate(!paused, {
              onSuccess: () => {
                notifyDone(t(paused ? 'reminders.resumedDone' : 'reminders.pausedDone'));
              },
              onError: notifyProblem,
            });
          }}
        >
          {t(paused ? 'reminders.resume' : 'reminders.pause')}
        </Button>
        {owing.length > 0 && <LetterMenu courseId={id} />}
        {owing.length > 0 && (
          <Button
            leftSection={<IconBellRinging size={18} />}
            onClick={() => {
              setNudging(true);
            }}
          >
            {t('reminders.nudge.open', { units: owing.length })}
          </Button>
        )}
      </Group>
      {rules && (
        <Card withBorder mb="md" component="section" aria-label={t('reminders.ownPolicy')}>
          <PolicyOfScope scope={{ courseId: id }} courseId={id} />
        </Card>
      )}
      {nudging && (
        <NudgeDialog
          courseId={id}
          title={code}
          units={owing}
          onClose={() => {
            setNudging(false);
          }}
        />
      )}
    </>
  );
}
