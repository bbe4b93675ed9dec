import { Button, Group } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { type Import, useApplyImport, useForgetImport, useUndoImport } from './api';

/** What can be done with an import as it stands; each act says in numbers what it will do. */
export function ImportActions({ found }: { found: Import }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const apply = useApplyImport(found.id);
  const undo = useUndoImport(found.id);
  const forget = useForgetImport(found.id);
  const { can, summary, id } = found;
  const numbers = { fresh: summary.new, changed: summary.changed, problems: summary.problems };
  const sure = (what: string, go: () => void, danger = false): void => {
    modals.openConfirmModal({
      title: t(`imports.do.${what}`),
      closeButtonProps: { 'aria-label': t('common.close') },
      children: t(`imports.sure.${what}`, numbers),
      labels: { confirm: t(`imports.do.${what}`), cancel: t('common.cancel') },
      ...(danger && { confirmProps: { color: 'red.9' } }),
      onConfirm: go,
    });
  };
  const applyThem = (onlySound: boolean): void => {
    apply.mutate(onlySound, { onError: notifyProblem });
  };
  // Asks twice: what is taken back is more than one click's worth.
  const undoAll = (): void => {
    sure(
      'undo',
      () => {
        setTimeout(() => {
          sure(
            'undoReally',
            () => {
              undo.mutate(undefined, {
                onError: notifyProblem,
                onSuccess: () => {
                  notifyDone(t('imports.undone'));
                },
              });
            },
            true,
          );
        });
      },
      true,
    );
  };
  return (
    <Group gap="sm">
      {can.apply && summary.problems === 0 && (
        <Button
          loading={apply.isPending}
          onClick={() => {
            sure('apply', () => {
              applyThem(false);
            });
          }}
        >
          {t('imports.do.apply')}
        </Button>
      )}
      {can.apply && summary.problems > 0 && (
        <Button
          loading={apply.isPending}
          onClick={() => {
            sure('applySound', () => {
              applyThem(true);
            });
          }}
        >
          {t('imports.do.applySound')}
        </Button>
      )}
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
      {can.undo && (
        <Button variant="default" loading={undo.isPending} onClick={undoAll}>
          {t('imports.do.undo')}
        </Button>
      )}
      {can.remove && (
        <Button
          variant="default"
          loading={forget.isPending}
          onClick={() => {
            sure('forget', () => {
              forget.mutate(undefined, {
                onError: notifyProblem,
                onSuccess: () => void navigate({ to: '/nhap-du-lieu' }),
              });
            });
          }}
        >
          {t('imports.do.forget')}
        </Button>
      )}
    </Group>
  );
}
