import { NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeDate } from '../../i18n/dates';
import { plusDays } from '../timetable/times';
import { type Course, useCopyCourse } from './api';

const MOST = 24;
const WEEK = 7;

/** Plans classes like this one: one copy, or a series of them some weeks apart. */
export function CopyDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const copy = useCopyCourse(course.id);
  const [count, setCount] = useState<number | string>(1);
  const [weeks, setWeeks] = useState<number | string>(4);
  const [first, setFirst] = useState<string | null>(null);
  const [codes, setCodes] = useState<Readonly<Record<number, string>>>({});
  const classes = Array.from({ length: Math.min(MOST, Math.max(1, Number(count) || 1)) }, (_, index) => ({
    code: codes[index] ?? codeAfter(course.code, index + 1),
    startsOn: first === null ? null : plusDays(first, index * WEEK * Math.max(1, Number(weeks) || 1)),
  }));
  return (
    <Dialog
      opened
      title={t('course.do.copy')}
      onClose={onClose}
      submitLabel={t('course.do.copy')}
      busy={copy.isPending}
      error={copy.error}
      fields={classes.flatMap((_, index) => [`classes.${index}.code`, `classes.${index}.startsOn`])}
      onSubmit={() => {
        const wished = classes.map(({ code, startsOn }) => ({ code, startsOn: (startsOn ?? undefined) as string }));
        copy.mutate(wished, {
          onSuccess: ({ items }) => {
            notifyDone(t('course.copied', { count: items.length }));
            onClose();
            const [only, ...others] = items;
            if (only && others.length === 0) {
              void navigate({ to: '/lop/$courseId', params: { courseId: only.id } } as never);
            }
          },
        });
      }}
    >
      <Text>{t('course.copyExplained')}</Text>
      <NumberInput
        label={t('course.copies')}
        min={1}
        max={MOST}
        allowDecimal={false}
        value={count}
        onChange={setCount}
      />
      <DateField
        label={t('course.firstCopy')}
        required
        value={first}
        onChange={setFirst}
        error={fieldError(copy.error, 'classes.0.startsOn')}
      />
      {classes.length > 1 && (
        <NumberInput
          label={t('course.everyWeeks')}
          min={1}
          max={52}
          allowDecimal={false}
          value={weeks}
          onChange={setWeeks}
        />
      )}
      <Stack gap="xs">
        {classes.map(({ code, startsOn }, index) => (
          <TextInput
            key={index}
            label={t('course.copyNumber', { number: index + 1, day: writeDate(startsOn) })}
            required
            maxLength={40}
            value={code}
            error={fieldError(copy.error, `classes.${index}.code`)}
            onChange={({ currentTarget }) => {
              setCodes({ ...codes, [index]: currentTarget.value });
            }}
          />
        ))}
      </Stack>
    </Dialog>
  );
}

/** The code that comes so many after another: its last number counted on, else one put behind it. */
function codeAfter(code: string, steps: number): string {
  const last = /^(.*?)(\d+)$/.exec(code);
  if (!last) return `${code}-${steps + 1}`;
  const [, head = '', digits = ''] = last;
  return head + String(Number(digits) + steps).padStart(digits.length, '0');
}
