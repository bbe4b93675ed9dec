import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { type Import, useApplyImport, useForgetImport, useUndoImport } from './api';

/** What takes back more than one click's worth is asked twice. */
type Act = 'apply' | 'applySound' | 'undo' | 'undoReally' | 'forget';

/** What can be done with an import as it stands; each act says in numbers what it will do. */
export function ImportActions({ found }: { found: Import }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Act | null>(null);
  const { can, summary, id } = found;
  const button = (act: Act, variant: 'filled' | 'default' = 'default') => (
    <Button
      variant={variant}
      onClick={() => {
        setAsked(act);
      }}
    >
      {t(`imports.do.${act}`)}
    </Button>
  );
  return (
    <Group gap="sm">
      {can.apply && button(summary.problems === 0 ? 'apply' : 'applySound', 'filled')}
      {summary.problems > 0 && !found.rowsForgotten && (
        <Button
          variant="default"
          component="a"
          href={`/api/v1/imports/${id}/report`}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('imports.do.report')}
        </Button>
      )}
      {can.undo && button('undo')}
      {can.remove && button('forget')}
      {asked && <ActDialog key={asked} found={found} act={asked} ask={setAsked} />}
    </Group>
  );
}

function ActDialog({ found, act, ask }: { found: Import; act: Act; ask: (next: Act | null) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const apply = useApplyImport(found.id);
  const undo = useUndoImport(found.id);
  const forget = useForgetImport(found.id);
  const { summary } = found;
  const close = (): void => {
    ask(null);
  };
  const acts: Record<Act, () => void> = {
    apply: () => {
      apply.mutate(false, { onSuccess: close });
    },
    applySound: () => {
      apply.mutate(true, { onSuccess: close });
    },
    undo: () => {
      ask('undoReally');
    },
    undoReally: () => {
      undo.mutate(undefined, {
        onSuccess: () => {
          notifyDone(t('imports.undone'));
          close();
        },
      });
    },
    forget: () => {
      forget.mutate(undefined, { onSuccess: () => void navigate({ to: '/nhap-du-lieu' }) });
    },
  };
  return (
    <Dialog
      opened
      enterSubmits={act !== 'undoReally'}
      danger={act === 'undo' || act === 'undoReally'}
      title={t(`imports.do.${act}`)}
      submitLabel={t(`imports.do.${act}`)}
      busy={apply.isPending || undo.isPending || forget.isPending}
      error={apply.error ?? undo.error ?? forget.error}
      onClose={close}
      onSubmit={acts[act]}
    >
      <Text>
        {t(`imports.sure.${act}`, { fresh: summary.new, changed: summary.changed, problems: summary.problems })}
      </Text>
    </Dialog>
  );
}
