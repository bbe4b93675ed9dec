import { Accordion, Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import type { Policy, PolicyStep } from './policies-api';
import { PolicyStepCard } from './policy-step-card';
import { stageOf, stageText, type Trigger } from './stage-text';

interface Props {
  steps: readonly PolicyStep[];
  policy: Pick<Policy, 'triggers' | 'channels' | 'canEdit'>;
  error: unknown;
  onChange: (steps: PolicyStep[]) => void;
}

/** What people are reminded of, and for each the times at which they are, each a sentence with gaps. */
export function PolicySteps({ steps, policy, error, onChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string[]>(['deadline']);
  const wrong = policy.triggers
    .map(({ trigger }) => trigger)
    .filter((trigger) => placed(steps, trigger).some(({ at }) => faultsOf(error, at).length > 0));
  const shown = [...new Set([...open, ...wrong])];
  return (
    <Accordion multiple variant="separated" value={shown} onChange={setOpen}>
      {policy.triggers.map((trigger) => (
        <Accordion.Item key={trigger.trigger} value={trigger.trigger}>
          <Accordion.Control>
            <Text fw={600}>{t(`reminders.triggers.${trigger.trigger}`)}</Text>
            {!shown.includes(trigger.trigger) && (
              <Text fz="sm">
                {summary(
                  placed(steps, trigger.trigger).map(({ step }) => step),
                  trigger.trigger,
                  t,
                )}
              </Text>
            )}
          </Accordion.Control>
          <Accordion.Panel>
            <StepsOfTrigger trigger={trigger} steps={steps} policy={policy} error={error} onChange={onChange} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function StepsOfTrigger({ trigger, steps, policy, error, onChange }: Props & { trigger: Policy['triggers'][number] }) {
  const { t } = useTranslation();
  const own = placed(steps, trigger.trigger);
  const once = trigger.from === 0 && trigger.to === 0;
  // One at a time, so that the others stay in sight.
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <Stack gap="sm">
      <Text fz="sm" maw={640}>
        {t(`reminders.triggersHint.${trigger.trigger}`)}
      </Text>
      <Stack gap={0} component="ul" p={0} m={0}>
        {own.map(({ step, at }, index) => (
          <PolicyStepCard
            key={at}
            step={step}
            number={index + 1}
            trigger={trigger}
            channels={policy.channels}
            faults={faultsOf(error, at)}
            canEdit={policy.canEdit}
            opened={opened === at || faultsOf(error, at).length > 0}
            onToggle={() => {
              setOpened(opened === at ? null : at);
            }}
            onChange={(next) => {
              onChange(steps.map((one, position) => (position === at ? next : one)));
            }}
            // The call itself always goes.
            onRemove={
              trigger.trigger === 'opening'
                ? null
                : () => {
                    setOpened(null);
                    onChange(steps.filter((_, position) => position !== at));
                  }
            }
          />
        ))}
      </Stack>
      {policy.canEdit && !(once && own.length > 0) && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setOpened(steps.length);
            onChange([...steps, aNewStep(trigger)]);
          }}
        >
          {t('reminderPolicy.addStep')}
        </Button>
      )}
    </Stack>
  );
}

/** The steps of a trigger with their places among all, by which the server names its faults. */
const placed = (steps: readonly PolicyStep[], trigger: Trigger) =>
  steps.map((step, at) => ({ step, at })).filter(({ step }) => (step.trigger ?? 'deadline') === trigger);

/** Three working days before its day, or after it where it can only be after. */
const aNewStep = ({ trigger, audiences, from, to }: Policy['triggers'][number]): PolicyStep => ({
  trigger,
  workingDays: Math.min(Math.max(-3, from), to) || (from > 0 ? 3 : 0),
  to: audiences.slice(0, 1),
  channels: ['inbox', 'email'],
  text: null,
});

/** A trigger's times on one line. */
const summary = (steps: readonly PolicyStep[], trigger: Trigger, t: ReturnType<typeof useTranslation>['t']): string =>
  steps.length === 0
    ? t('reminderPolicy.never')
    : [...steps]
        .sort((one, other) => one.workingDays - other.workingDays)
        .map(({ workingDays }) => stageText(t, { trigger, stage: stageOf(trigger, workingDays) }, null))
        .join(' · ');

/** What the server says about one step. */
const faultsOf = (error: unknown, at: number): string[] =>
  error instanceof ApiProblem
    ? Object.entries(error.fieldErrors)
        .filter(([path]) => path.startsWith(`stages.${at}.`))
        .map(([, message]) => message)
    : [];
