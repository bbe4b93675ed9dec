import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { type Course, useCancelCourse, useConfirmCourse, useCourseStep } from './api';
import { CapacityDialog } from './capacity-dialog';
import { CompleteDialog } from './complete-dialog';
import { CopyDialog } from './copy-dialog';
import { OpenNominationsDialog } from './open-nominations-dialog';

type Asked = 'open' | 'confirm' | 'complete' | 'cancel' | 'capacity' | 'copy' | CourseStep;
/** Steps that are taken once one is sure. */
type CourseStep = 'close-nominations' | 'start';

/** What the reader may do with the class as it stands now; the next step of its life stands out. */
export function CourseActions({ course }: { course: Course }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  const { can } = course;
  const button = (what: Asked, variant: 'filled' | 'default' = 'filled') => (
    <Button
      key={what}
      variant={variant}
      onClick={() => {
        setAsked(what);
      }}
    >
      {t(what === 'open' && course.state === 'closed' ? 'course.do.reopen' : `course.do.${what}`)}
    </Button>
  );
  return (
    <>
      {course.state === 'open' && course.program.version?.cellStep && (
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/lop/$courseId/de-xuat" params={{ courseId: course.id }} {...props} />}
        >
          {t('proposing.ofClass')}
        </Button>
      )}
      {can.nominate && (
        <Button renderRoot={(props) => <Link to="/lop/$courseId/de-cu" params={{ courseId: course.id }} {...props} />}>
          {t('calls.nominate')}
        </Button>
      )}
      {can.openNominations && button('open', course.state === 'draft' ? 'filled' : 'default')}
      {can.closeNominations && button('close-nominations', 'default')}
      {can.confirm && button('confirm')}
      {can.start && button('start')}
      {can.complete && button('complete')}
      {can.changeCapacity && button('capacity', 'default')}
      {can.edit && (
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/lop/$courseId/sua" params={{ courseId: course.id }} {...props} />}
        >
          {t('common.edit')}
        </Button>
      )}
      {can.copy && button('copy', 'default')}
      {can.cancel && button('cancel', 'default')}
      {asked === 'open' && <OpenNominationsDialog course={course} onClose={close} />}
      {asked === 'complete' && <CompleteDialog course={course} onClose={close} />}
      {asked === 'capacity' && <CapacityDialog course={course} onClose={close} />}
      {asked === 'confirm' && <ConfirmDialog course={course} onClose={close} />}
      {asked === 'copy' && <CopyDialog course={course} onClose={close} />}
      {(asked === 'close-nominations' || asked === 'start') && (
        <StepDialog course={course} step={asked} onClose={close} />
      )}
      {asked === 'cancel' && <CancelDialog course={course} onClose={close} />}
    </>
  );
}

/** Says in numbers what a step will do, before it does. */
function StepDialog({ course, step, onClose }: { course: Course; step: CourseStep; onClose: () => void }) {
  const { t } = useTranslation();
  const take = useCourseStep(course.id);
  return (
    <Dialog
      opened
      enterSubmits
      title={t(`course.do.${step}`)}
      submitLabel={t(`course.do.${step}`)}
      busy={take.isPending}
      error={take.error}
      onClose={onClose}
      onSubmit={() => {
        take.mutate(step, { onSuccess: onClose });
      }}
    >
      <Text>
        {t(`course.sure.${step}`, {
          seats: course.seatsTaken,
          waiting: course.waitlisted,
          silent: course.calls.silent + course.calls.awaiting,
        })}
      </Text>
    </Dialog>
  );
}

function ConfirmDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const confirm = useConfirmCourse(course.id);
  return (
    <ReasonDialog
      title={t('course.do.confirm')}
      explanation={t('course.sure.confirm', { seats: course.seatsTaken, minimum: course.minimum })}
      submitLabel={t('course.do.confirm')}
      required={false}
      busy={confirm.isPending}
      error={confirm.error}
      onClose={onClose}
      onSubmit={(reason) => {
        confirm.mutate(reason, { onSuccess: onClose });
      }}
    />
  );
}

function CancelDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const cancel = useCancelCourse(course.id);
  return (
    <ReasonDialog
      title={t('course.do.cancel')}
      explanation={t('course.sure.cancel', {
        people: course.seatsTaken + course.waitlisted,
        units: course.calls.units,
      })}
      submitLabel={t('course.do.cancel')}
      danger
      busy={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onSubmit={(reason) => {
        cancel.mutate(reason ?? '', {
          onSuccess: () => {
            notifyDone(t('course.cancelled'));
            onClose();
          },
        });
      }}
    />
  );
}
