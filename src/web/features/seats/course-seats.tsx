import { Button, Card, CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { type Seats, useEndReservation, useSeats } from './api';
import { CourseReserves } from './course-reserves';
import { ReserveDialog } from './reserve-dialog';
import { RulesDialog } from './rules-dialog';
import { WaitingLine } from './waiting-line';

/** Seats of a class, those kept for units, and who waits for one, with why. */
export function CourseSeats({ courseId }: { courseId: string }) {
  const { t } = useTranslation();
  const seats = useSeats(courseId);
  const [asked, setAsked] = useState<'rules' | 'reserve' | null>(null);
  if (seats.error) return <ErrorState error={seats.error} retry={() => void seats.refetch()} />;
  if (!seats.data) return <Loading />;
  const { canManage, waitlistOrder, freedSeats, offerHours } = seats.data;
  const close = (): void => {
    setAsked(null);
  };
  return (
    <Stack>
      <Card withBorder>
        <Arithmetic seats={seats.data} />
        <Text mt="xs">
          {t(`seats.order.${waitlistOrder}`)} {t(`seats.freed.${freedSeats}`, { count: offerHours })}
        </Text>
        {canManage && (
          <Group mt="sm">
            <Button
              variant="default"
              onClick={() => {
                setAsked('rules');
              }}
            >
              {t('seats.changeRules')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setAsked('reserve');
              }}
            >
              {t('seats.reserve')}
            </Button>
          </Group>
        )}
      </Card>
      <Reservations seats={seats.data} courseId={courseId} />
      <WaitingLine seats={seats.data} courseId={courseId} />
      <CourseReserves courseId={courseId} />
      {asked === 'rules' && <RulesDialog seats={seats.data} courseId={courseId} onClose={close} />}
      {asked === 'reserve' && <ReserveDialog courseId={courseId} onClose={close} />}
    </Stack>
  );
}

/** How the free seats come about, written out. */
function Arithmetic({ seats }: { seats: Seats }) {
  const { t } = useTranslation();
  const { capacity, seatsTaken, offeredSeats, keptSeats } = seats;
  return (
    <Text fw={600}>
      {t('seats.sum', {
        capacity,
        taken: seatsTaken,
        offered: offeredSeats,
        kept: keptSeats,
        free: Math.max(0, capacity - seatsTaken - offeredSeats - keptSeats),
      })}
    </Text>
  );
}

function Reservations({ seats, courseId }: { seats: Seats; courseId: string }) {
  const { t } = useTranslation();
  const end = useEndReservation(courseId);
  if (seats.reservations.length === 0) return null;
  return (
    <Card withBorder component="section" aria-labelledby="kept-seats">
      <Title order={3} fz="lg" id="kept-seats" mb="xs">
        {t('seats.kept')}
      </Title>
      <Stack gap="xs" component="ul" m={0} p={0}>
        {seats.reservations.map(({ id, unit, seats: count, used, until }) => (
          <Group key={id} component="li" justify="space-between" wrap="nowrap">
            <Text style={{ overflowWrap: 'anywhere' }}>
              {t('seats.keptLine', { unit: unit.name, count, used, until: writeDate(until) })}
            </Text>
            {seats.canManage && (
              <CloseButton
                size="lg"
                aria-label={t('seats.endKept', { unit: unit.name })}
                disabled={end.isPending}
                onClick={() => {
                  end.mutate(id, { onError: notifyProblem });
                }}
              />
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
