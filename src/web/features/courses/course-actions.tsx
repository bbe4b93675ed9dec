import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { type Course, useCancelCourse, useConfirmCourse, useCourseStep } from './api';
import { CapacityDialog } from './capacity-dialog';
import { CompleteDialog } from './complete-dialog';
import { CopyDialog } from './copy-dialog';
import { OpenNominationsDialog } from './open-nominations-dialog';

type Asked = 'open' | 'confirm' | 'complete' | 'cancel' | 'capacity' | 'copy';

/** What the reader may do with the class as it stands now; the next step of its life stands out. */
export function CourseActions({ course }: { course: Course }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const step = useCourseStep(course.id);
  const close = (): void => {
    setAsked(null);
  };
  const sure = (next: 'close-nominations' | 'start'): void => {
    modals.openConfirmModal({
      title: t(`course.do.${next}`),
      closeButtonProps: { 'aria-label': t('common.close') },
      children: t(`course.sure.${next}`, {
        seats: course.seatsTaken,
        waiting: course.waitlisted,
        silent: course.calls.silent + course.calls.awaiting,
      }),
      labels: { confirm: t(`course.do.${next}`), cancel: t('common.cancel') },
      onConfirm: () => {
        step.mutate(next, { onError: notifyProblem });
      },
    });
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
      {can.closeNominations && (
        <Button
          variant="default"
          onClick={() => {
            sure('close-nominations');
          }}
        >
          {t('course.do.close-nominations')}
        </Button>
      )}
      {can.confirm && button('confirm')}
      {can.start && (
        <Button
          onClick={() => {
            sure('start');
          }}
        >
          {t('course.do.start')}
        </Button>
      )}
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
      {asked === 'cancel' && <CancelDialog course={course} onClose={close} />}
    </>
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
