import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeInstant } from '../../i18n/dates';
import { useNudge } from './api';

/** Reminds silent units of a class by hand, with words of one's own. */
export function NudgeDialog({
  courseId,
  title,
  units,
  onClose,
}: {
  courseId: string;
  title: string;
  units: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const nudge = useNudge();
  const [chosen, setChosen] = useState(units.map(({ id }) => id));
  const [note, setNote] = useState('');
  // One press, however often the request is sent.
  const [pressId] = useState(() => crypto.randomUUID());
  return (
    <Dialog
      opened
      title={t('reminders.nudge.title', { course: title })}
      submitLabel={t('reminders.nudge.submit')}
      busy={nudge.isPending}
      error={nudge.error}
      fields={['note', 'unitIds']}
      onClose={onClose}
      onSubmit={() => {
        nudge.mutate(
          { courseId, unitIds: chosen, note: note.trim() || null, pressId },
          {
            onSuccess: ({ nudged, goesAt }) => {
              notifyDone(t('reminders.nudge.done', { units: nudged, at: writeInstant(goesAt) }));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('reminders.nudge.hint')}</Text>
      <Checkbox.Group
        label={t('reminders.nudge.units')}
        value={chosen}
        onChange={setChosen}
        error={fieldError(nudge.error, 'unitIds')}
      >
        <Stack gap="xs" mt="xs">
          {units.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        data-autofocus
        label={t('reminders.nudge.note')}
        description={t('reminders.nudge.noteHint')}
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        error={fieldError(nudge.error, 'note')}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
