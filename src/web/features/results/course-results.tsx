import { Anchor, Button, Group, NativeSelect, Paper, Table, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { type Tally, useCourseAttendance } from '../attendance/api';
import { TallyLine } from '../attendance/tally-line';
import type { Course } from '../courses/api';
import { CorrectResultDialog } from './correct-result-dialog';
import { CLASSIFICATIONS, type Line, type Result, useRecordResults, useResults, useTakeBack } from './results-api';
import { readPasted, toIsoDate } from './results-paste';

/** Trainees of a class with their results: typed, or pasted from a sheet into the first cell. */
export function CourseResults({ course }: { course: Course }) {
  const { t } = useTranslation();
  const results = useResults(course.id);
  const record = useRecordResults(course.id);
  // A hint beside each name; without it results are recorded all the same.
  const attendance = useCourseAttendance(course.id);
  const tallies = new Map(attendance.data?.people.map(({ nominationId, tally }) => [nominationId, tally]));
  const [lines, setLines] = useState<Record<string, Line>>({});
  if (results.error) return <ErrorState error={results.error} retry={() => void results.refetch()} />;
  if (!results.data) return <Loading />;
  const { items, mayRecord } = results.data;
  if (items.length === 0) return <EmptyState title={t('results.none')}>{t('results.noneHint')}</EmptyState>;
  const open = items.filter(({ state }) => state === 'studying');
  const written = open.filter(({ nominationId }) => lines[nominationId]?.classification);
  const set = (id: string, change: Line): void => {
    setLines((before) => ({ ...before, [id]: { ...before[id], ...change } }));
  };
  const paste = (id: string, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    const rows = readPasted(text, t);
    const from = open.findIndex(({ nominationId }) => nominationId === id);
    if (rows.length === 1 && !text.includes('\t')) return;
    event.preventDefault();
    rows.forEach((row, index) => {
      const target = open[from + index];
      if (target) set(target.nominationId, row);
    });
  };
  const save = (): void => {
    const body = written.flatMap(({ nominationId }) => {
      const { classification, certificateNumber, certificateDate } = lines[nominationId] ?? {};
      if (!classification) return [];
      const date = certificateDate ? toIsoDate(certificateDate) : null;
      return [{ nominationId, classification, certificateNumber: certificateNumber ?? null, certificateDate: date }];
    });
    record.mutate(body, {
      onError: notifyProblem,
      onSuccess: () => {
        setLines({});
        notifyDone(t('results.saved', { count: body.length }));
      },
    });
  };
  return (
    <>
      {mayRecord && open.length > 0 && (
        <Text fz="sm" c="#5f5a54" mb="sm">
          {t('results.pasteHint')}
        </Text>
      )}
      <Paper withBorder style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table className="cards" verticalSpacing="sm" aria-label={t('results.title')}>
          <Table.Thead>
            <Table.Tr>
              {[t('officials.person'), t('results.classification'), t('results.number'), t('results.date')].map(
                (heading) => (
                  <Table.Th key={heading}>{heading}</Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <ResultRow
                key={item.nominationId}
                item={item}
                tally={tallies.get(item.nominationId)}
                line={lines[item.nominationId] ?? {}}
                writes={mayRecord && item.state === 'studying'}
                mayTakeBack={mayRecord && item.state !== 'studying'}
                onChange={(change) => {
                  set(item.nominationId, change);
                }}
                onPaste={(event) => {
                  paste(item.nominationId, event);
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      {mayRecord && open.length > 0 && (
        <Group mt="md">
          <Button disabled={written.length === 0} loading={record.isPending} onClick={save}>
            {t('results.save', { count: written.length })}
          </Button>
        </Group>
      )}
    </>
  );
}

/** Who, of which unit, and whether attendance gives cause to look twice. */
function Name({ item: { officialId, fullName, unit }, tally }: { item: Result; tally: Tally | undefined }) {
  return (
    <div>
      <Anchor
        fw={600}
        renderRoot={(props) => (
          <Link to="/can-bo/$officialId" params={{ officialId }} search={{ muc: 'trinh-do' }} {...props} />
        )}
      >
        {fullName}
      </Anchor>
      <Text fz="sm" c="#5f5a54">
        {unit.name}
      </Text>
      {tally && tally.markedMinutes > 0 && <TallyLine tally={tally} warnsOnly />}
    </div>
  );
}

function ResultRow({
  item,
  tally,
  line,
  writes,
  mayTakeBack,
  onChange,
  onPaste,
}: {
  item: Result;
  tally: Tally | undefined;
  line: Line;
  writes: boolean;
  mayTakeBack: boolean;
  onChange: (change: Line) => void;
  onPaste: (event: ClipboardEvent) => void;
}) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'correct' | 'takeBack'>();
  const takeBack = useTakeBack();
  const close = (): void => {
    setAsked(undefined);
  };
  const { fullName, classification, certificateNumber, certificateDate } = item;
  const field = (name: 'certificateNumber' | 'certificateDate', label: string) => (
    <TextInput
      aria-label={`${label}: ${fullName}`}
      value={line[name] ?? ''}
      disabled={line.classification === 'failed'}
      placeholder={name === 'certificateDate' ? '31/12/2026' : ''}
      onPaste={onPaste}
      onChange={({ currentTarget }) => {
        onChange({ [name]: currentTarget.value });
      }}
    />
  );
  return (
    <Table.Tr>
      <Table.Td data-title>
        <Name item={item} tally={tally} />
      </Table.Td>
      <Table.Td data-label={t('results.classification')} onPaste={writes ? onPaste : undefined}>
        {writes ? (
          <NativeSelect
            aria-label={`${t('results.classification')}: ${fullName}`}
            data={[
              { value: '', label: '—' },
              ...CLASSIFICATIONS.map((value) => ({ value, label: t(`results.of.${value}`) })),
            ]}
            value={line.classification ?? ''}
            onChange={({ currentTarget }) => {
              onChange({ classification: (currentTarget.value || undefined) as Line['classification'] });
            }}
          />
        ) : (
          <Group gap="xs">
            <StateBadge family="nomination" state={item.state} />
            {classification && <Text>{t(`results.of.${classification}`)}</Text>}
            {mayTakeBack && (
              <>
                {item.state === 'completed' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => {
                      setAsked('correct');
                    }}
                  >
                    {t('results.correct')}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    setAsked('takeBack');
                  }}
                >
                  {t('results.takeBack')}
                </Button>
              </>
            )}
          </Group>
        )}
        {asked === 'correct' && <CorrectResultDialog result={item} onClose={close} />}
        {asked === 'takeBack' && (
          <ReasonDialog
            title={`${t('results.takeBack')}: ${fullName}`}
            explanation={t('results.takeBackSure')}
            submitLabel={t('results.takeBack')}
            danger
            busy={takeBack.isPending}
            error={takeBack.error}
            onClose={close}
            onSubmit={(reason) => {
              takeBack.mutate({ id: item.nominationId, reason: reason ?? '' }, { onSuccess: close });
            }}
          />
        )}
      </Table.Td>
      <Table.Td data-label={t('results.number')}>
        {writes ? field('certificateNumber', t('results.number')) : (certificateNumber ?? '—')}
      </Table.Td>
      <Table.Td data-label={t('results.date')}>
        {writes ? field('certificateDate', t('results.date')) : writeDate(certificateDate)}
      </Table.Td>
    </Table.Tr>
  );
}
