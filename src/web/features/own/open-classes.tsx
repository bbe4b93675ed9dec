import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate, writeSpan } from '../../i18n/dates';
import { type OpenClass, useOpenClasses, useWish, useWithdrawWish } from './api';

/** Classes that take people of the reader's unit now, and what became of the reader's own wish. */
export function OpenClasses() {
  const { t } = useTranslation();
  const classes = useOpenClasses();
  const [asked, setAsked] = useState<OpenClass | null>(null);
  if (classes.error) return <ErrorState error={classes.error} retry={() => void classes.refetch()} />;
  if (!classes.data) return <Loading />;
  if (classes.data.items.length === 0)
    return <EmptyState title={t('own.noClasses')}>{t('own.noClassesHint')}</EmptyState>;
  return (
    <Stack component="ul" m={0} p={0}>
      {classes.data.items.map((one) => (
        <ClassCard key={one.course.id} one={one} onWish={setAsked} />
      ))}
      {asked && (
        <WishDialog
          one={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </Stack>
  );
}

function ClassCard({ one, onWish }: { one: OpenClass; onWish: (one: OpenClass) => void }) {
  const { t } = useTranslation();
  const withdraw = useWithdrawWish();
  const { course, programName, deadline, unit, wishId, wishState, wishReason, canWish, canWithdraw } = one;
  return (
    <Card withBorder component="li">
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}>
          <Text fw={600}>{course.title}</Text>
          <Text fz="sm" c="#5f5a54">
            {[programName, writeSpan(course.startsOn, course.endsOn)].join(' · ')}
          </Text>
          <Text fz="sm">{t('own.until', { deadline: writeDate(deadline), unit: unit.name })}</Text>
          {wishReason && <Text fz="sm">“{wishReason}”</Text>}
        </div>
        {wishState && <StateBadge family="proposal" state={wishState} />}
        {!wishState && one.nominationState && <StateBadge family="nomination" state={one.nominationState} />}
        {canWish && (
          <Button
            onClick={() => {
              onWish(one);
            }}
          >
            {t('own.wish')}
          </Button>
        )}
        {canWithdraw && wishId && (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => {
              withdraw.mutate(wishId, { onError: notifyProblem });
            }}
          >
            {t('own.withdraw')}
          </Button>
        )}
      </Group>
    </Card>
  );
}

function WishDialog({ one: { course, unit }, onClose }: { one: OpenClass; onClose: () => void }) {
  const { t } = useTranslation();
  const wish = useWish();
  const [note, setNote] = useState('');
  return (
    <Dialog
      opened
      title={t('own.wishFor', { title: course.title })}
      onClose={onClose}
      submitLabel={t('own.wish')}
      busy={wish.isPending}
      error={wish.error}
      fields={['note']}
      onSubmit={() => {
        wish.mutate(
          { courseId: course.id, ...(note.trim() && { note }) },
          {
            onSuccess: () => {
              notifyDone(t('own.wished'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('own.wishExplain', { unit: unit.name })}</Text>
      <Textarea
        data-autofocus
        label={t('own.note')}
        maxLength={1000}
        value={note}
        error={fieldError(wish.error, 'note')}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
