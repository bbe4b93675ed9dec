import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { Loading } from '../../components/states';
import { useNominations } from '../nominations/api';
import { type Course, useCompleteCourse } from './api';

/** Ends the class: everyone completed it, but for those whose mark is taken away. */
export function CompleteDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const trainees = useNominations({ courseId: course.id, state: 'studying' }, 200);
  const [missed, setMissed] = useState<ReadonlySet<string>>(new Set());
  const complete = useCompleteCourse(course.id);
  const toggle = (id: string): void => {
    setMissed((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  };
  return (
    <Dialog
      opened
      title={t('course.do.complete')}
      onClose={onClose}
      submitLabel={t('course.do.complete')}
      busy={complete.isPending}
      error={complete.error}
      onSubmit={() => {
        complete.mutate([...missed], { onSuccess: onClose });
      }}
    >
      <Text>{t('course.sure.complete', { completed: trainees.total - missed.size, missed: missed.size })}</Text>
      {trainees.isPending && <Loading />}
      <Stack gap="xs" mah={320} style={{ overflowY: 'auto' }}>
        {trainees.items.map(({ id, official }) => (
          <Checkbox
            key={id}
            size="md"
            checked={!missed.has(id)}
            label={`${official.fullName} · ${official.unit.name}`}
            onChange={() => {
              toggle(id);
            }}
          />
        ))}
      </Stack>
      {trainees.hasNextPage && (
        <Button
          variant="default"
          loading={trainees.isFetchingNextPage}
          onClick={() => {
            void trainees.fetchNextPage();
          }}
        >
          {t('common.more')}
        </Button>
      )}
    </Dialog>
  );
}
