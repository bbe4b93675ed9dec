import { Alert, Checkbox, Group, NumberInput, Select, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeDate } from '../../i18n/dates';
import type { Course } from '../courses/api';
import { type Pattern, usePreviewPattern, useStorePattern } from './api';
import { Clock, ThingFields } from './session-dialog';
import { clockOf, dayOf, weekdayOf } from './times';

const KINDS = { weekdays: [1, 2, 3, 4, 5], weekends: [6, 7] } as const;
type Kind = keyof typeof KINDS | 'otherWeekends' | 'blocks';

const SUBJECT = /^(.*?)[\s:;,-]+(\d+)\s*\D*$/;

/** Lines such as "Triết học: 12" as subjects with hours. */
const subjectsOf = (text: string): Schema<'PatternSubjectDto'>[] =>
  text.split('\n').flatMap((line) => {
    const [, name = '', hours = ''] = SUBJECT.exec(line.trim()) ?? [];
    return name ? [{ name, hours: Number(hours) }] : [];
  });

interface Draft {
  kind: Kind;
  from: string;
  to: string;
  morning: { from: string; until: string };
  afternoon: boolean;
  blockDays: number;
  blockWeeks: number;
  subjects: string;
  roomId: string | null;
  lecturerId: string | null;
  passClashes: boolean;
}

/** Lays many sessions by a rule: first what it would lay and leave out, then, on a second press, all of it. */
export function PatternDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const preview = usePreviewPattern(course.id);
  const store = useStorePattern(course.id);
  const [draft, setDraft] = useState<Draft>({
    kind: 'weekdays',
    from: course.startsOn,
    to: course.endsOn,
    morning: { from: '07:30', until: '11:30' },
    afternoon: false,
    blockDays: 5,
    blockWeeks: 4,
    subjects: '',
    roomId: null,
    lecturerId: null,
    passClashes: true,
  });
  const set = (change: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    preview.reset();
  };
  const submit = (): void => {
    const body = patternOf(draft);
    if (!preview.data) preview.mutate(body);
    else
      store.mutate(body, {
        onSuccess: ({ count }) => {
          notifyDone(t('timetable.laid', { count }));
          onClose();
        },
      });
  };
  return (
    <Dialog
      opened
      title={t('timetable.byRule')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={
        preview.data ? t('timetable.store', { count: preview.data.sessions.length }) : t('timetable.preview')
      }
      busy={preview.isPending || store.isPending}
      error={preview.error ?? store.error}
    >
      <WhenFields draft={draft} set={set} course={course} />
      <Textarea
        label={t('timetable.subjects')}
        description={t('timetable.subjectsHint')}
        autosize
        minRows={3}
        value={draft.subjects}
        onChange={({ currentTarget }) => {
          set({ subjects: currentTarget.value });
        }}
      />
      <ThingFields roomId={draft.roomId} lecturerId={draft.lecturerId} onChange={set} />
      <Checkbox
        label={t('timetable.passClashes')}
        checked={draft.passClashes}
        onChange={({ currentTarget }) => {
          set({ passClashes: currentTarget.checked });
        }}
      />
      {preview.data && <Preview found={preview.data} />}
    </Dialog>
  );
}

/** Which days, and at what times. */
function WhenFields({ draft, set, course }: { draft: Draft; set: (change: Partial<Draft>) => void; course: Course }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('timetable.ruleKind')}
        allowDeselect={false}
        data={(['weekdays', 'weekends', 'otherWeekends', 'blocks'] as const).map((value) => ({
          value,
          label: t(`timetable.kind.${value}`),
        }))}
        value={draft.kind}
        onChange={(kind) => {
          set({ kind: (kind ?? 'weekdays') as Kind });
        }}
      />
      {draft.kind === 'blocks' && (
        <Group grow>
          <NumberInput
            label={t('timetable.blockDays')}
            min={1}
            max={31}
            value={draft.blockDays}
            onChange={(value) => {
              set({ blockDays: Number(value) });
            }}
          />
          <NumberInput
            label={t('timetable.blockWeeks')}
            min={1}
            max={26}
            value={draft.blockWeeks}
            onChange={(value) => {
              set({ blockWeeks: Number(value) });
            }}
          />
        </Group>
      )}
      <Group grow>
        <DateField
          label={t('timetable.firstDay')}
          value={draft.from}
          onChange={(from) => {
            set({ from: from ?? course.startsOn });
          }}
        />
        <DateField
          label={t('timetable.lastDay')}
          value={draft.to}
          onChange={(to) => {
            set({ to: to ?? course.endsOn });
          }}
        />
      </Group>
      <Group grow>
        <Clock
          label={t('timetable.from')}
          value={draft.morning.from}
          onChange={(from) => {
            set({ morning: { ...draft.morning, from } });
          }}
        />
        <Clock
          label={t('timetable.until')}
          value={draft.morning.until}
          onChange={(until) => {
            set({ morning: { ...draft.morning, until } });
          }}
        />
      </Group>
      <Checkbox
        label={t('timetable.afternoonToo')}
        checked={draft.afternoon}
        onChange={({ currentTarget }) => {
          set({ afternoon: currentTarget.checked });
        }}
      />
    </>
  );
}

function patternOf(draft: Draft): Pattern {
  const { kind, from, to, roomId, lecturerId, passClashes } = draft;
  const weekends = kind === 'weekends' || kind === 'otherWeekends';
  return {
    from,
    to,
    roomId,
    lecturerId,
    passClashes,
    weekdays: [...(weekends ? KINDS.weekends : KINDS.weekdays)],
    everyWeeks: kind === 'otherWeekends' ? 2 : 1,
    ...(kind === 'blocks' && { blocks: { days: draft.blockDays, everyWeeks: draft.blockWeeks } }),
    times: [draft.morning, ...(draft.afternoon ? [{ from: '13:30', until: '16:30' }] : [])],
    subjects: subjectsOf(draft.subjects),
  };
}

/** What would be laid, and what is left out and why. */
function Preview({ found }: { found: Schema<'PatternPreview'> }) {
  const { t, i18n } = useTranslation();
  return (
    <Stack gap="xs" aria-live="polite">
      <Text fw={600}>{t('timetable.wouldLay', { count: found.sessions.length })}</Text>
      <div style={{ maxHeight: 240, overflowY: 'auto' }} tabIndex={0} role="group" aria-label={t('timetable.preview')}>
        <Table>
          <Table.Tbody>
            {found.sessions.map(({ startsAt, endsAt, subject, clashes }) => (
              <Table.Tr key={startsAt}>
                <Table.Td>
                  {weekdayOf(dayOf(startsAt), i18n.language)}, {writeDate(dayOf(startsAt))}
                </Table.Td>
                <Table.Td>
                  {clockOf(startsAt)}–{clockOf(endsAt)}
                </Table.Td>
                <Table.Td>
                  {subject}
                  {clashes.map(({ message }) => (
                    <Text key={message} c="son.7" fz="sm">
                      {message}
                    </Text>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {found.skipped.length > 0 && (
        <Alert variant="light" color="blue" title={t('timetable.leftOut', { count: found.skipped.length })}>
          {found.skipped.map(({ day, why, name }) => (
            <Text key={`${day}${name}`} fz="sm">
              {writeDate(day)}: {why === 'clash' ? t('timetable.clashWith', { name }) : name}
            </Text>
          ))}
        </Alert>
      )}
      {found.left.map(({ name, hours }) => (
        <Text key={name} c="son.7">
          {t('timetable.hoursLeft', { name, hours })}
        </Text>
      ))}
    </Stack>
  );
}
