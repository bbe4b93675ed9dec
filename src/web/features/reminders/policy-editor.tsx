import { Alert, Button, Card, Group, NumberInput, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ErrorState } from '../../components/states';
import {
  type Policy,
  type PolicyDraft,
  type PolicyScope,
  usePolicyPreview,
  useRemovePolicy,
  useSavePolicy,
} from './policies-api';
import { PolicyPreview } from './policy-preview';
import { PolicySteps } from './policy-steps';

const TYPING_MS = 400;

/** A policy as a form, with what it would send for a class beside it before it is kept. */
export function PolicyEditor({
  scope,
  policy,
  courseId,
}: {
  scope: PolicyScope;
  policy: Policy;
  courseId: string | null;
}) {
  const { t } = useTranslation();
  const save = useSavePolicy(scope, policy);
  const [draft, setDraft] = useState(() => draftOf(policy));
  const [shownFor, setShownFor] = useState(courseId);
  const [typed] = useDebouncedValue(draft, TYPING_MS);
  const preview = usePolicyPreview(shownFor, typed);
  const refusal = save.error ?? preview.error;
  const change = (part: Partial<PolicyDraft>): void => {
    save.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  return (
    <Stack>
      <Alert color={policy.own ? 'green' : 'blue'} variant="light">
        {t(`reminderPolicy.source.${policy.own ? 'own' : policy.source}`)}
      </Alert>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Stack component="section" aria-label={t('reminderPolicy.steps')}>
          <PolicySteps
            steps={draft.stages}
            policy={policy}
            error={refusal}
            onChange={(stages) => {
              change({ stages });
            }}
          />
          <Hours draft={draft} error={refusal} disabled={!policy.canEdit} onChange={change} />
          {save.error && !(save.error instanceof ApiProblem && save.error.status === 422) && (
            <ErrorState error={save.error} />
          )}
          {policy.canEdit && (
            <Group justify="flex-end">
              {policy.own && <RemoveButton scope={scope} policy={policy} />}
              <Button
                loading={save.isPending}
                onClick={() => {
                  save.mutate(draft, {
                    onSuccess: () => {
                      notifyDone(t('reminderPolicy.saved'));
                    },
                  });
                }}
              >
                {t(policy.own ? 'common.save' : 'reminderPolicy.saveOwn')}
              </Button>
            </Group>
          )}
        </Stack>
        <PolicyPreview chosen={shownFor} fixed={courseId !== null} onChoose={setShownFor} preview={preview} />
      </SimpleGrid>
    </Stack>
  );
}

/** A form for what was read: the server names its stages, a form does not. */
const draftOf = ({ stages, sendAt, opensAt, closesAt, maxPerDay }: Policy): PolicyDraft => ({
  stages: stages.map(({ key: _, ...step }) => step),
  sendAt,
  opensAt,
  closesAt,
  maxPerDay,
});

/** At which hours anything may leave, and how much a day. */
function Hours({
  draft,
  error,
  disabled,
  onChange,
}: {
  draft: PolicyDraft;
  error: unknown;
  disabled: boolean;
  onChange: (part: Partial<PolicyDraft>) => void;
}) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Title order={3} fz="md" mb="sm">
        {t('reminderPolicy.hours')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(['sendAt', 'opensAt', 'closesAt'] as const).map((field) => (
          <TextInput
            key={field}
            type="time"
            label={t(`reminderPolicy.${field}`)}
            disabled={disabled}
            value={draft[field]}
            error={fieldError(error, field)}
            onChange={({ currentTarget: { value } }) => {
              onChange({ [field]: value });
            }}
          />
        ))}
        <NumberInput
          label={t('reminderPolicy.maxPerDay')}
          description={t('reminderPolicy.maxPerDayHint')}
          disabled={disabled}
          min={1}
          max={20}
          value={draft.maxPerDay}
          error={fieldError(error, 'maxPerDay')}
          onChange={(value) => {
            onChange({ maxPerDay: Number(value) });
          }}
        />
      </SimpleGrid>
    </Card>
  );
}

function RemoveButton({ scope, policy }: { scope: PolicyScope; policy: Policy }) {
  const { t } = useTranslation();
  const remove = useRemovePolicy(scope, policy);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('reminderPolicy.remove')}
      </Button>
      {asking && (
        <Dialog
          opened
          danger
          title={t('reminderPolicy.remove')}
          submitLabel={t('reminderPolicy.remove')}
          busy={remove.isPending}
          error={remove.error}
          onClose={() => {
            setAsking(false);
          }}
          onSubmit={() => {
            remove.mutate(undefined, {
              onSuccess: () => {
                notifyDone(t('reminderPolicy.removed'));
              },
            });
          }}
        >
          {t('reminderPolicy.removeExplain')}
        </Dialog>
      )}
    </>
  );
}
