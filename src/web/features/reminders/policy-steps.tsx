import { Button, Card, Checkbox, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { EmptyState } from '../../components/states';
import type { PolicyStep } from './policies-api';

const SIDES = ['before', 'on', 'after'] as const;
type Side = (typeof SIDES)[number];
const CHANNELS = ['email', 'zalo', 'sms'] as const;
const LEVELS = ['committee', 'secretary', 'board'] as const;
/** The marks stand in the hint as they are to be written. */
const MARKS = Object.fromEntries(['unit', 'title', 'course', 'deadline'].map((name) => [name, `{{${name}}}`]));
const A_NEW_STEP: PolicyStep = { workingDays: -3, to: ['unit'], channels: ['inbox', 'email'], text: null };

/** The times at which a silent unit is reminded, each a sentence with gaps. */
export function PolicySteps({
  steps,
  error,
  canEdit,
  onChange,
}: {
  steps: readonly PolicyStep[];
  error: unknown;
  canEdit: boolean;
  onChange: (steps: PolicyStep[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {steps.length === 0 && (
        <EmptyState title={t('reminderPolicy.noSteps')}>{t('reminderPolicy.noStepsHint')}</EmptyState>
      )}
      <Stack gap="sm" component="ul" p={0} m={0}>
        {steps.map((step, at) => (
          <Step
            key={at}
            step={step}
            at={at}
            error={error}
            canEdit={canEdit}
            onChange={(next) => {
              onChange(steps.map((one, index) => (index === at ? next : one)));
            }}
            onRemove={() => {
              onChange(steps.filter((_, index) => index !== at));
            }}
          />
        ))}
      </Stack>
      {canEdit && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            onChange([...steps, A_NEW_STEP]);
          }}
        >
          {t('reminderPolicy.addStep')}
        </Button>
      )}
    </Stack>
  );
}

interface StepProps {
  step: PolicyStep;
  at: number;
  error: unknown;
  canEdit: boolean;
  onChange: (step: PolicyStep) => void;
}

function Step({ onRemove, ...props }: StepProps & { onRemove: () => void }) {
  const { t } = useTranslation();
  const { at, error, canEdit } = props;
  const name = t('reminderPolicy.step', { number: at + 1 });
  return (
    <Card withBorder p="sm" component="li" aria-label={name} style={{ listStyle: 'none' }}>
      <Stack gap="sm">
        <When {...props} />
        <Who {...props} />
        {faultsOf(error, at).map((message) => (
          <Text key={message} c="son.7" fz="sm" role="alert">
            {message}
          </Text>
        ))}
        <Group justify="space-between" align="flex-end">
          <OwnText {...props} />
          {canEdit && (
            <Button variant="default" w="fit-content" onClick={onRemove}>
              {t('reminderPolicy.removeStep', { number: at + 1 })}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** The shipped text, until somebody wants to write another. */
function OwnText({ step, canEdit, onChange }: StepProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const text = step.text ?? null;
  if (text === null && !writing) {
    return (
      canEdit && (
        <Button
          variant="subtle"
          w="fit-content"
          onClick={() => {
            setWriting(true);
          }}
        >
          {t('reminderPolicy.writeText')}
        </Button>
      )
    );
  }
  return (
    <Textarea
      label={t('reminderPolicy.text')}
      description={t('reminderPolicy.textHint', MARKS)}
      placeholder={t('reminderPolicy.textShipped')}
      disabled={!canEdit}
      autosize
      style={{ flex: '1 1 100%' }}
      maxLength={1000}
      value={text ?? ''}
      onChange={({ currentTarget: { value } }) => {
        onChange({ ...step, text: value === '' ? null : value });
      }}
    />
  );
}

/** On which working day. */
function When({ step, canEdit, onChange }: StepProps) {
  const { t } = useTranslation();
  const side: Side = step.workingDays === 0 ? 'on' : step.workingDays < 0 ? 'before' : 'after';
  const days = Math.abs(step.workingDays);
  const set = (next: Side, many: number): void => {
    onChange({ ...step, workingDays: next === 'on' ? 0 : next === 'before' ? -many : many });
  };
  return (
    <Group gap="xs" align="flex-end">
      {side !== 'on' && (
        <NumberInput
          label={t('reminderPolicy.days')}
          disabled={!canEdit}
          w={170}
          min={1}
          max={60}
          value={days}
          onChange={(value) => {
            set(side, Math.max(1, Number(value)));
          }}
        />
      )}
      <Select
        label={t('reminderPolicy.when')}
        disabled={!canEdit}
        allowDeselect={false}
        style={{ flex: '1 1 200px' }}
        data={SIDES.map((value) => ({ value, label: t(`reminderPolicy.side.${value}`) }))}
        value={side}
        onChange={(value) => {
          set(value as Side, days === 0 ? 1 : days);
        }}
      />
    </Group>
  );
}

/** To whom, and by what. */
function Who({ step, canEdit, onChange }: StepProps) {
  const { t } = useTranslation();
  const toggle = <Value extends string>(all: readonly Value[], one: Value, on: boolean): Value[] =>
    on ? [...all, one] : all.filter((other) => other !== one);
  return (
    <Group gap="lg" align="flex-start">
      <Stack gap={6} role="group" aria-label={t('reminderPolicy.to')}>
        <Text fz="sm" fw={500}>
          {t('reminderPolicy.to')}
        </Text>
        <Checkbox label={t('reminderPolicy.toUnit')} checked disabled />
        {LEVELS.map((level) => (
          <Checkbox
            key={level}
            label={t(`reminders.levels.${level}`)}
            disabled={!canEdit}
            checked={step.to.includes(level)}
            onChange={({ currentTarget: { checked } }) => {
              onChange({ ...step, to: toggle(step.to, level, checked) });
            }}
          />
        ))}
      </Stack>
      <Stack gap={6} role="group" aria-label={t('reminderPolicy.channels')}>
        <Text fz="sm" fw={500}>
          {t('reminderPolicy.channels')}
        </Text>
        <Checkbox label={t('reminderPolicy.channel.inbox')} checked disabled />
        {CHANNELS.map((channel) => (
          <Checkbox
            key={channel}
            label={t(`reminderPolicy.channel.${channel}`)}
            disabled={!canEdit}
            checked={step.channels.includes(channel)}
            onChange={({ currentTarget: { checked } }) => {
              onChange({ ...step, channels: toggle(step.channels, channel, checked) });
            }}
          />
        ))}
      </Stack>
    </Group>
  );
}

/** What the server says about one step. */
const faultsOf = (error: unknown, at: number): string[] =>
  error instanceof ApiProblem
    ? Object.entries(error.fieldErrors)
        .filter(([path]) => path.startsWith(`stages.${at}.`))
        .map(([, message]) => message)
    : [];
