import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDate, writeSpan } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type ProposalCall, useProposalCalls } from './api';
import { CellAnswerDialog } from './cell-answer-dialog';

/** Classes whose cells propose: for a cell a card with three large buttons, for a committee what waits for it. */
export function ProposalCallCards() {
  const { t } = useTranslation();
  const calls = useProposalCalls();
  const cell = useMay('proposals.make');
  const items = calls.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <Title order={3} mt="xl" mb="sm">
        {t(cell ? 'proposing.cellTitle' : 'proposing.committeeTitle')}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} mb="xl">
        {items.map((call) => (
          <CallCard key={`${call.course.id}${call.unit.id}`} call={call} cell={cell} />
        ))}
      </SimpleGrid>
    </>
  );
}

function CallCard({ call, cell }: { call: ProposalCall; cell: boolean }) {
  const { t } = useTranslation();
  const { course, deadline, daysLeft } = call;
  return (
    <Card withBorder padding="lg" component="section" aria-label={course.title}>
      <Stack gap="xs" h="100%">
        <Text fw={700} fz="lg" style={{ overflowWrap: 'anywhere' }}>
          {course.title}
        </Text>
        <Text c="#5f5a54">
          {course.code} · {writeSpan(course.startsOn, course.endsOn)} · {call.unit.name}
        </Text>
        <Text fw={600} {...(daysLeft < 3 && { c: 'son.7' })}>
          {daysLeft < 0
            ? t('calls.overdue', { deadline: writeDate(deadline), days: -daysLeft })
            : t('calls.daysLeft', { deadline: writeDate(deadline), days: daysLeft })}
        </Text>
        <Text fz="sm">
          {cell
            ? t('proposing.own', { live: call.live, endorsed: call.endorsed })
            : t('proposing.waiting', { waiting: call.waiting, answered: call.answeredCells, cells: call.cells })}
        </Text>
        {call.answer && call.live + call.endorsed === 0 && (
          <Text fz="sm" fw={600}>
            {t(`proposing.answer.${call.answer}`, { until: writeDate(call.until) })}
          </Text>
        )}
        <Stack gap="xs" mt="auto" pt="sm">
          {cell ? <CellButtons call={call} /> : <ToList courseId={course.id} text={t('proposing.toList')} />}
        </Stack>
      </Stack>
    </Card>
  );
}

const ToList = ({ courseId, text }: { courseId: string; text: string }) => (
  <Button
    size="lg"
    fullWidth
    renderRoot={(props) => <Link to="/lop/$courseId/de-xuat" params={{ courseId }} {...props} />}
  >
    {text}
  </Button>
);

/** Đề xuất / Không có người / Xin thêm thời gian. */
function CellButtons({ call }: { call: ProposalCall }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'none' | 'more-time' | null>(null);
  return (
    <>
      <ToList courseId={call.course.id} text={t('proposing.propose')} />
      <Group grow gap="xs" preventGrowOverflow={false}>
        {(['none', 'more-time'] as const).map((which) => (
          <Button
            key={which}
            size="lg"
            variant="default"
            onClick={() => {
              setAsked(which);
            }}
          >
            {t(which === 'none' ? 'calls.noOne' : 'calls.moreTime')}
          </Button>
        ))}
      </Group>
      {asked && (
        <CellAnswerDialog
          call={call}
          which={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}
