import { Select, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schema } from '../../api/client';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeSpan } from '../../i18n/dates';
import { useCourse, useCourses, useRefreshCourses } from '../courses/api';
import type { Nomination } from './api';

/** Sends somebody to another open class of the same program; judged anew there, all or nothing. */
export function TransferDialog({ nomination, onClose }: { nomination: Nomination; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, course, official } = nomination;
  const programId = useCourse(course.id).data?.programId;
  const classes = useCourses({ state: 'open', ...(programId && { programId }) });
  const refresh = useRefreshCourses();
  const [courseId, setCourseId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const transfer = useMutation({
    mutationFn: (body: Schema<'TransferDto'>) =>
      answer(api.POST('/api/v1/nominations/{id}/transfer', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
  const others = classes.items.filter((one) => one.id !== course.id && one.programId === programId);
  return (
    <Dialog
      opened
      title={t('transfer.of', { name: official.fullName })}
      onClose={onClose}
      submitLabel={t('transfer.do')}
      busy={transfer.isPending}
      error={transfer.error}
      fields={['courseId', 'reason']}
      onSubmit={() => {
        transfer.mutate(
          { courseId: courseId ?? '', reason },
          {
            onSuccess: (moved) => {
              notifyDone(t('transfer.done', { name: official.fullName, course: moved.course.title }));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{others.length === 0 ? t('transfer.none') : t('transfer.sure')}</Text>
      <Select
        label={t('transfer.to')}
        required
        data={others.map((one) => ({ value: one.id, label: `${one.title} (${writeSpan(one.startsOn, one.endsOn)})` }))}
        value={courseId}
        error={fieldError(transfer.error, 'courseId')}
        onChange={setCourseId}
      />
      <Textarea
        label={t('common.reason')}
        required
        maxLength={1000}
        value={reason}
        error={fieldError(transfer.error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
