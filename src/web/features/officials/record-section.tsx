import { ActionIcon, Button, Card, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { EmptyState } from '../../components/states';
import type { OfficialProfile } from './api';
import { type Part, useRemovePart, useSavePart } from './record-api';
import { type Field, RecordDialog } from './record-dialog';

interface Item {
  id: string;
}

/** One part of a record: its lines, and what may be done with each. */
export function RecordSection<Row extends Item>({
  part,
  official,
  rows,
  mayChange,
  hint,
  fields,
  nameOf,
  render,
  actions,
}: {
  part: Part;
  official: OfficialProfile;
  rows: readonly Row[];
  mayChange: boolean;
  /** What this part is for, where it needs saying. */
  hint?: string;
  /** The form, filled with a row or empty. */
  fields: (row: Row | undefined, value: (name: string) => string | boolean | null | undefined) => Field[];
  /** How a row is called when it is asked about. */
  nameOf: (row: Row) => string;
  render: (row: Row) => ReactNode;
  /** Further lines of a row's menu. */
  actions?: (row: Row) => ReactNode;
}) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Row | 'new'>();
  const [removed, setRemoved] = useState<Row>();
  const save = useSavePart(part, official);
  const close = (): void => {
    setEdited(undefined);
    save.reset();
  };
  return (
    <Card withBorder component="section">
      <Group justify="space-between" mb="sm">
        <Title order={3} fz="lg">
          {t(`record.${part}`)}
        </Title>
        {mayChange && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              setEdited('new');
            }}
          >
            {t(`record.add.${part}`)}
          </Button>
        )}
      </Group>
      {hint && (
        <Text fz="sm" c="#5f5a54" mb="sm">
          {hint}
        </Text>
      )}
      {rows.length === 0 && <EmptyState title={t(`record.none.${part}`)} />}
      <Stack gap={0}>
        {rows.map((row) => (
          <Group key={row.id} wrap="nowrap" align="flex-start" className="record-line">
            <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{render(row)}</div>
            {mayChange && (
              <RowMenu
                name={nameOf(row)}
                onEdit={() => {
                  setEdited(row);
                }}
                onRemove={() => {
                  setRemoved(row);
                }}
              >
                {actions?.(row)}
              </RowMenu>
            )}
          </Group>
        ))}
      </Stack>
      {edited && (
        <RecordDialog
          title={edited === 'new' ? t(`record.add.${part}`) : nameOf(edited)}
          fields={(value) => fields(edited === 'new' ? undefined : edited, value)}
          busy={save.isPending}
          error={save.error}
          onClose={close}
          onSave={(body, done) => {
            save.mutate({ partId: edited === 'new' ? undefined : edited.id, body }, { onSuccess: done });
          }}
        />
      )}
      {removed && (
        <RemoveDialog
          part={part}
          official={official}
          partId={removed.id}
          name={nameOf(removed)}
          onClose={() => {
            setRemoved(undefined);
          }}
        />
      )}
    </Card>
  );
}

function RowMenu({
  name,
  onEdit,
  onRemove,
  children,
}: {
  name: string;
  onEdit: () => void;
  onRemove: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('record.actionsOf', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('common.edit')}</Menu.Item>
        {children}
        <Menu.Item color="red.9" onClick={onRemove}>
          {t('record.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function RemoveDialog({
  part,
  official,
  partId,
  name,
  onClose,
}: {
  part: Part;
  official: OfficialProfile;
  partId: string;
  name: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const remove = useRemovePart(part, official);
  return (
    <Dialog
      opened
      title={t('record.removeTitle')}
      onClose={onClose}
      submitLabel={t('record.remove')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => {
        remove.mutate(partId, {
          onSuccess: () => {
            notifyDone(t('record.removed'));
            onClose();
          },
        });
      }}
    >
      <Text>{t('record.removeAsk', { name })}</Text>
    </Dialog>
  );
}
