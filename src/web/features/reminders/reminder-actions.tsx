import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { type Reminder, useCancelReminder, useMoveReminder, useSendNow } from './api';

/** What can be done with one reminder that has not gone. */
export function ReminderActions({ reminder: { id, unit, dueAt } }: { reminder: Reminder }) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState(false);
  const sendNow = useSendNow();
  const cancel = useCancelReminder();
  const done = (text: string) => ({
    onSuccess: () => {
      notifyDone(t(text));
    },
    onError: notifyProblem,
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('reminders.change', { unit: unit.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              sendNow.mutate(id, done('reminders.sendNowDone'));
            }}
          >
            {t('reminders.sendNow')}
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              setMoving(true);
            }}
          >
            {t('reminders.move')}
          </Menu.Item>
          <Menu.Item
            color="red.9"
            onClick={() => {
              cancel.mutate(id, done('reminders.cancelDone'));
            }}
          >
            {t('reminders.cancel')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {moving && (
        <MoveDialog
          id={id}
          unit={unit.name}
          from={dueAt.slice(0, 10)}
          onClose={() => {
            setMoving(false);
          }}
        />
      )}
    </>
  );
}

function MoveDialog({ id, unit, from, onClose }: { id: string; unit: string; from: string; onClose: () => void }) {
  const { t } = useTranslation();
  const move = useMoveReminder();
  const [on, setOn] = useState<string | null>(from);
  return (
    <Dialog
      opened
      title={t('reminders.moveTitle', { unit })}
      submitLabel={t('reminders.move')}
      busy={move.isPending}
      error={move.error}
      fields={['on']}
      onClose={onClose}
      onSubmit={() => {
        move.mutate(
          { id, on: on ?? '' },
          {
            onSuccess: () => {
              notifyDone(t('reminders.moveDone'));
              onClose();
            },
          },
        );
      }}
    >
      <DateField
        data-autofocus
        label={t('reminders.moveTo')}
        required
        value={on}
        onChange={setOn}
        error={fieldError(move.error, 'on')}
      />
    </Dialog>
  );
}
