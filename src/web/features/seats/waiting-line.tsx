import { Button, Card, Group, NumberInput, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyProblem } from '../../components/notify';
import { EmptyState } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { type Seats, useAnswerOffer, useMoveInLine, type Waiting } from './api';

/** Who waits for a seat, in order, each with one sentence why. */
export function WaitingLine({ seats, courseId }: { seats: Seats; courseId: string }) {
  const { t } = useTranslation();
  const [moved, setMoved] = useState<Waiting | null>(null);
  if (seats.waiting.length === 0)
    return <EmptyState title={t('seats.nobodyWaits')}>{t('seats.nobodyWaitsHint')}</EmptyState>;
  return (
    <Card withBorder component="section" aria-labelledby="waiting-line">
      <Title order={3} fz="lg" id="waiting-line" mb="xs">
        {t('seats.waiting', { count: seats.waitlisted })}
      </Title>
      <Stack gap={0} component="ol" m={0} p={0}>
        {seats.waiting.map((person) => (
          <Group
            key={person.nominationId}
            component="li"
            align="flex-start"
            gap="sm"
            py="sm"
            style={{ borderTop: '1px solid #e7e1d9' }}
          >
            <div style={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
              <Text fw={600}>
                {person.position}. {person.fullName}
              </Text>
              <Text fz="sm" c="#5f5a54">
                {person.unit.name}
              </Text>
            </div>
            <div style={{ flex: '2 1 260px', minWidth: 0 }}>
              <Text>{person.sentence}</Text>
              {person.offeredUntil && (
                <Text fw={600} c="#7a4a00">
                  {t('seats.offeredUntil', { until: writeInstant(person.offeredUntil) })}
                </Text>
              )}
            </div>
            <Group gap="xs">
              {person.offeredUntil && person.canAnswer && <Answer person={person} courseId={courseId} />}
              {seats.canManage && seats.waitlistOrder === 'board' && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t('seats.moveOf', { name: person.fullName })}
                  onClick={() => {
                    setMoved(person);
                  }}
                >
                  {t('seats.move')}
                </Button>
              )}
            </Group>
          </Group>
        ))}
      </Stack>
      {moved && (
        <MoveDialog
          person={moved}
          courseId={courseId}
          onClose={() => {
            setMoved(null);
          }}
        />
      )}
    </Card>
  );
}

function Answer({ person: { nominationId }, courseId }: { person: Waiting; courseId: string }) {
  const { t } = useTranslation();
  const answer = useAnswerOffer(courseId);
  const say = (accept: boolean): void => {
    answer.mutate({ nominationId, accept }, { onError: notifyProblem });
  };
  return (
    <>
      <Button
        size="compact-md"
        loading={answer.isPending}
        onClick={() => {
          say(true);
        }}
      >
        {t('seats.accept')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        disabled={answer.isPending}
        onClick={() => {
          say(false);
        }}
      >
        {t('seats.decline')}
      </Button>
    </>
  );
}

/** Another place in a line that the board orders; the reason is seen by whoever asks why. */
function MoveDialog({ person, courseId, onClose }: { person: Waiting; courseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const move = useMoveInLine(courseId);
  const [position, setPosition] = useState<number | string>(person.position);
  const [reason, setReason] = useState('');
  return (
    <Dialog
      opened
      title={t('seats.moveOf', { name: person.fullName })}
      submitLabel={t('seats.move')}
      busy={move.isPending}
      error={move.error}
      fields={['position', 'reason']}
      onClose={onClose}
      onSubmit={() => {
        move.mutate(
          { nominationId: person.nominationId, position: Number(position), reason: reason.trim() },
          { onSuccess: onClose },
        );
      }}
    >
      <NumberInput
        label={t('seats.position')}
        min={1}
        value={position}
        onChange={setPosition}
        error={fieldError(move.error, 'position')}
      />
      <Textarea
        label={t('seats.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        error={fieldError(move.error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
