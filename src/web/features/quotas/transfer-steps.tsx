import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { ErrorState } from '../../components/states';
import { type Transfer, type TransferStep, useTransferStep } from './moves-api';
import { TextField } from './place-fields';

const STEPS: readonly TransferStep[] = ['agree', 'approve', 'refuse', 'withdraw'];
/** What each of these says with it: the board approves by a document, and whoever refuses may say why. */
const SAID_WITH = { approve: 'document', refuse: 'answer' } as const;
type Spoken = keyof typeof SAID_WITH;

/** What the reader may do with a transfer. */
export function TransferSteps({ transfer: { id, can } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const step = useTransferStep();
  const [asking, setAsking] = useState<Spoken | null>(null);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {STEPS.filter((name) => can[name]).map((name) => (
          <Button
            key={name}
            size="compact-md"
            variant={name === 'agree' || name === 'approve' ? 'filled' : 'default'}
            loading={step.isPending}
            onClick={() => {
              step.reset();
              if (name === 'approve' || name === 'refuse') setAsking(name);
              else step.mutate({ id, step: name });
            }}
          >
            {t(`quotas.transferStep.${name}`)}
          </Button>
        ))}
      </Group>
      {step.error && !asking && <ErrorState error={step.error} />}
      {asking && (
        <StepDialog
          asked={asking}
          id={id}
          step={step}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </Stack>
  );
}

function StepDialog({
  asked,
  id,
  step,
  onClose,
}: {
  asked: Spoken;
  id: string;
  step: ReturnType<typeof useTransferStep>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = SAID_WITH[asked];
  return (
    <Dialog
      opened
      title={t(`quotas.transferStep.${asked}`)}
      submitLabel={t(`quotas.transferStep.${asked}`)}
      busy={step.isPending}
      error={step.error}
      fields={[field]}
      onClose={onClose}
      onSubmit={() => {
        const said = text.trim();
        step.mutate({ id, step: asked, ...(said && { [field]: said }) }, { onSuccess: onClose });
      }}
    >
      <TextField
        long={asked === 'refuse'}
        label={t(asked === 'approve' ? 'quotas.documentNumber' : 'common.reason')}
        value={text}
        error={fieldError(step.error, field)}
        onChange={setText}
      />
    </Dialog>
  );
}
