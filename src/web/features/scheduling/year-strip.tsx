import { Paper, Text, Title } from '@mantine/core';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '../../components/notify';
import { writeDate, writeSpan } from '../../i18n/dates';
import { type Proposal, useChangePlace } from './api';
import './year-strip.css';

const ROW = 22;
const HEAD = 20;
/** Beyond this share of the strip a code stands before its bar. */
const LATE = 85;

interface Place {
  id: string;
  code: string;
  first: string;
  last: string;
  locked: boolean;
  clash: boolean;
}

/** Where days stand on the strip, in percent of its width, and back. */
interface Scale {
  share: (day: string) => number;
  days: number;
}

/**
 * The places of all classes side by side over the time that is planned. A class is dragged to another day, and is locked
 * there. The table below says the same in words and puts a class by its date, so screen readers pass over the strip.
 */
export function YearStrip({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const track = useRef<HTMLDivElement>(null);
  const days = dayjs(proposal.to).diff(proposal.from, 'day') + 1;
  const scale: Scale = { days, share: (day) => (dayjs(day).diff(proposal.from, 'day') / days) * 100 };
  const open = proposal.status === 'ready';
  const placed = proposal.items.flatMap(({ course, placement, locked, clashes }): Place[] => {
    const [first, last] = [placement?.days[0], placement?.days.at(-1)];
    return first && last ? [{ id: course.id, code: course.code, first, last, locked, clash: clashes.length > 0 }] : [];
  });
  return (
    <Paper withBorder p="sm" mb="md" visibleFrom="sm" aria-hidden>
      <Title order={4} fz="md">
        {t('scheduling.overview')}
      </Title>
      {open && placed.length > 0 && (
        <Text fz="sm" c="#5f5a54" mb="xs">
          {t('scheduling.dragHint')}
        </Text>
      )}
      <div ref={track} style={{ position: 'relative', height: HEAD + placed.length * ROW }}>
        <Months from={proposal.from} to={proposal.to} share={scale.share} />
        {placed.map((place, row) => (
          <Bar
            key={place.id}
            proposalId={proposal.id}
            place={place}
            top={HEAD + row * ROW}
            scale={scale}
            open={open}
            widthOf={() => track.current?.clientWidth ?? 0}
          />
        ))}
      </div>
    </Paper>
  );
}

function Months({ from, to, share }: Pick<Proposal, 'from' | 'to'> & Pick<Scale, 'share'>) {
  const { t } = useTranslation();
  const months: string[] = [];
  for (let month = dayjs(from).startOf('month'); month.isBefore(to); month = month.add(1, 'month')) {
    if (!month.isBefore(from)) months.push(month.format('YYYY-MM-DD'));
  }
  return months.map((month) => (
    <div
      key={month}
      style={{ position: 'absolute', left: `${share(month)}%`, top: 0, bottom: 0, borderLeft: '1px solid #dee2e6' }}
    >
      <Text fz="xs" c="#5f5a54" pl={4}>
        {t('scheduling.month', { month: dayjs(month).month() + 1 })}
      </Text>
    </div>
  ));
}

/** One class: from its first day to its last, carried by the pointer to the first day of teaching from where it is let go. */
function Bar({
  proposalId,
  place: { id, code, first, last, locked, clash },
  top,
  scale,
  open,
  widthOf,
}: {
  proposalId: string;
  place: Place;
  top: number;
  scale: Scale;
  open: boolean;
  widthOf: () => number;
}) {
  const change = useChangePlace(proposalId);
  const [carried, setCarried] = useState<{ from: number; days: number } | null>(null);
  const moved = (days: number, day: string): string => dayjs(day).add(days, 'day').format('YYYY-MM-DD');
  const by = carried?.days ?? 0;
  const start = moved(by, first);
  const width = scale.share(last) - scale.share(first) + 100 / scale.days;
  const drop = (): void => {
    setCarried(null);
    if (by !== 0) change.mutate({ courseId: id, opensFrom: start }, { onError: notifyProblem });
  };
  return (
    <div
      className="strip-bar"
      data-course={code}
      data-open={(open && !change.isPending) || undefined}
      data-carried={carried !== null || undefined}
      data-locked={locked || undefined}
      data-clash={clash || undefined}
      data-late={scale.share(start) > LATE || undefined}
      title={`${code} · ${writeSpan(first, last)}`}
      style={{ top, height: ROW - 4, left: `${scale.share(start)}%`, width: `${Math.max(0.4, width)}%` }}
      onPointerDown={(event) => {
        if (!open || change.isPending || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setCarried({ from: event.clientX, days: 0 });
      }}
      onPointerMove={(event) => {
        if (!carried) return;
        const days = Math.round(((event.clientX - carried.from) / widthOf()) * scale.days);
        if (days !== carried.days) setCarried({ ...carried, days });
      }}
      onPointerUp={drop}
      onPointerCancel={() => {
        setCarried(null);
      }}
    >
      <span>{carried ? `${code} · ${writeDate(start)}` : code}</span>
    </div>
  );
}
