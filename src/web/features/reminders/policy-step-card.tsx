import { Box, Button, Checkbox, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy, PolicyStep } from './policies-api';
import { stageOf, stageText } from './stage-text';

const SIDES = ['before', 'on', 'after'] as const;
type Side = (typeof SIDES)[number];

interface StepProps {
  step: PolicyStep;
  /** Among those of its trigger. */
  number: number;
  trigger: Policy['triggers'][number];
  channels: Policy['channels'];
  faults: readonly string[];
  canEdit: boolean;
  onChange: (step: PolicyStep) => void;
}

/** One time at which people are reminded: a line that says all of it, and the fields behind it for who wants to change it. */
export function PolicyStepCard({
  onRemove,
  opened,
  onToggle,
  ...props
}: StepProps & { opened: boolean; onToggle: () => void; onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const { number, faults, canEdit } = props;
  const fields = useId();
  return (
    <Box
      py="xs"
      component="li"
      aria-label={t('reminderPolicy.step', { number })}
      style={{ listStyle: 'none', borderTop: '1px solid #e3ddd5' }}
    >
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Sentence {...props} />
          <Button
            variant="subtle"
            style={{ flex: 'none' }}
            aria-expanded={opened}
            aria-controls={opened ? fields : undefined}
            aria-label={`${t(labelOf(opened, canEdit))}: ${t('reminderPolicy.step', { number })}`}
            onClick={onToggle}
          >
            {t(labelOf(opened, canEdit))}
          </Button>
        </Group>
        {faults.map((message) => (
          <Text key={message} c="son.7" fz="sm" role="alert">
            {message}
          </Text>
        ))}
        {opened && (
          <Stack gap="sm" id={fields}>
            <Fields {...props} onRemove={onRemove} />
          </Stack>
        )}
      </Stack>
    </Box>
  );
}

const labelOf = (opened: boolean, canEdit: boolean): string =>
  opened ? 'reminderPolicy.fold' : canEdit ? 'reminderPolicy.change' : 'reminderPolicy.look';

/** When, to whom, by what: "Trước hạn 3 ngày làm việc · đơn vị liên quan, Ban Tổ chức · thư điện tử". */
function Sentence({ step, trigger, channels }: StepProps) {
  const { t } = useTranslation();
  const [concerned] = trigger.audiences;
  const to = trigger.audiences.filter((level) => level === concerned || step.to.includes(level));
  // The inbox has everything: it is named where it is alone.
  const outward = channels.filter((channel) => channel !== 'inbox' && step.channels.includes(channel));
  const by = outward.length === 0 ? (['inbox'] as const) : outward;
  return (
    <div>
      <Text fw={600}>
        {stageText(t, { trigger: trigger.trigger, stage: stageOf(trigger.trigger, step.workingDays) }, null)}
      </Text>
      <Text fz="sm">
        {[
          to.map((level) => t(`reminders.levels.${level}`)).join(', '),
          by.map((channel) => t(`reminderPolicy.channel.${channel}`)).join(', '),
          step.text && t('reminderPolicy.ownText'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}

function Fields({ onRemove, ...props }: StepProps & { onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const { number, canEdit } = props;
  return (
    <>
      <When {...props} />
      <Who {...props} />
      <Group justify="space-between" align="flex-end">
        <OwnText {...props} />
        {canEdit && onRemove && (
          <Button variant="default" w="fit-content" onClick={onRemove}>
            {t('reminderPolicy.removeStep', { number })}
          </Button>
        )}
      </Group>
    </>
  );
}

/** The shipped text, until somebody wants to write another. */
function OwnText({ step, trigger, canEdit, onChange }: StepProps) {
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
      description={t('reminderPolicy.textHint', { names: trigger.variables.map((name) => `{{${name}}}`).join(', ') })}
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

/** On which working day; nothing for what goes the moment it happens. */
function When({ step, trigger, canEdit, onChange }: StepProps) {
  const { t } = useTranslation();
  const { from, to } = trigger;
  if (from === 0 && to === 0) return <Text fz="sm">{t(`reminderPolicy.atOnce.${trigger.trigger}`)}</Text>;
  const side: Side = step.workingDays === 0 ? 'on' : step.workingDays < 0 ? 'before' : 'after';
  const days = Math.abs(step.workingDays);
  const possible: Record<Side, boolean> = { before: from < 0, on: from <= 0 && to >= 0, after: to > 0 };
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
          max={side === 'before' ? -from : to}
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
        data={SIDES.filter((value) => possible[value]).map((value) => ({
          value,
          label: t(`reminderPolicy.side.${trigger.trigger}.${value}`),
        }))}
        value={side}
        onChange={(value) => {
          set(value as Side, days === 0 ? 1 : days);
        }}
      />
    </Group>
  );
}

/** To whom, and by what; those concerned always, in their inbox always. */
function Who({ step, trigger, channels, canEdit, onChange }: StepProps) {
  const { t } = useTranslation();
  const toggle = <Value extends string>(all: readonly Value[], one: Value, on: boolean): Value[] =>
    on ? [...all, one] : all.filter((other) => other !== one);
  const [concerned, ...above] = trigger.audiences;
  return (
    <Group gap="lg" align="flex-start">
      <Stack gap={6} role="group" aria-label={t('reminderPolicy.to')}>
        <Text fz="sm" fw={500}>
          {t('reminderPolicy.to')}
        </Text>
        <Checkbox
          label={t('reminderPolicy.always', { name: t(`reminders.levels.${concerned}`) })}
          checked
          disabled
          readOnly
        />
        {above.map((level) => (
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
        {channels.map((channel) => (
          <Checkbox
            key={channel}
            label={
              channel === 'inbox'
                ? t('reminderPolicy.always', { name: t('reminderPolicy.channel.inbox') })
                : t(`reminderPolicy.channel.${channel}`)
            }
            disabled={!canEdit || channel === 'inbox'}
            checked={channel === 'inbox' || step.channels.includes(channel)}
            onChange={({ currentTarget: { checked } }) => {
              onChange({ ...step, channels: toggle(step.channels, channel, checked) });
            }}
          />
        ))}
      </Stack>
    </Group>
  );
}
