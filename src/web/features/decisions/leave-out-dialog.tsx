import { Checkbox, ScrollArea, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { type DecisionDetail, useLeaveOut } from './api';

/** Who stays off the list for now: approved still, for another decision. */
export function LeaveOutDialog({ decision, onClose }: { decision: DecisionDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const leaveOut = useLeaveOut(decision.id);
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <Dialog
      opened
      title={t('decisions.leaveOut')}
      onClose={onClose}
      submitLabel={t('decisions.leaveOutCount', { count: chosen.length })}
      busy={leaveOut.isPending}
      error={leaveOut.error}
      ready={chosen.length > 0}
      onSubmit={() => {
        leaveOut.mutate(chosen, {
          onSuccess: () => {
            notifyDone(t('decisions.leftOut', { count: chosen.length }));
            onClose();
          },
        });
      }}
    >
      <Text>{t('decisions.leaveOutSure')}</Text>
      <ScrollArea.Autosize mah={320} type="auto">
        <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('decisions.leaveOut')}>
          <Stack gap="xs">
            {decision.lines.map(({ id, fullName, unit, course }) => (
              <Checkbox key={id} value={id} label={`${fullName} · ${unit.name} · ${course.code}`} />
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
    </Dialog>
  );
}
