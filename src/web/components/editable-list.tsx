import { ActionIcon, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from './data-table';
import { Dialog } from './dialog';
import type { wholeList } from './whole-list';

/** What can be edited in a list: known by its name, and changed only by those who keep it. */
interface Editable {
  id: string;
  name: string;
  canEdit: boolean;
}

interface Removing<Item> {
  /** What the button of a row and the dialog say, e.g. `Xóa phòng Hội trường`. */
  title: (item: Item) => string;
  /** What goes, and what stands in the way. */
  what: string;
  mutation: UseMutationResult<unknown, Error, string>;
}

type Open = { what: 'add' } | { what: 'edit' | 'remove'; id: string } | null;

/** Things that the board keeps: added with a button, each changed by a click on its name, taken away with another. */
export function EditableList<Item extends Editable>({
  label,
  nameLabel,
  addLabel,
  list,
  empty,
  columns,
  dialog,
  remove,
}: {
  label: string;
  nameLabel: string;
  addLabel: string;
  list: ReturnType<typeof wholeList<Item>>;
  empty: { title: string; hint?: string };
  /** Those after the name. */
  columns: Column<Item>[];
  /** To add one, or to change that one. */
  dialog: (item: Item | undefined, onClose: () => void) => ReactNode;
  remove?: Removing<Item>;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => {
    setOpen(null);
  };
  const opened = open === null || open.what === 'add' ? undefined : list.items.find(({ id }) => id === open.id);
  const name: Column<Item> = {
    label: nameLabel,
    title: true,
    render: ({ id, name, canEdit }) =>
      canEdit ? (
        <Anchor
          component="button"
          type="button"
          ta="left"
          fw={600}
          onClick={() => {
            setOpen({ what: 'edit', id });
          }}
        >
          {name}
        </Anchor>
      ) : (
        name
      ),
  };
  const actions: Column<Item> = {
    label: '',
    render: (item) =>
      item.canEdit && (
        <Group justify="flex-end">
          <ActionIcon
            size="lg"
            variant="subtle"
            color="red.9"
            aria-label={remove?.title(item) ?? ''}
            onClick={() => {
              remove?.mutation.reset();
              setOpen({ what: 'remove', id: item.id });
            }}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Group>
      ),
  };
  return (
    <Stack>
      <Group justify="flex-end">
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setOpen({ what: 'add' });
          }}
        >
          {addLabel}
        </Button>
      </Group>
      <DataTable<Item>
        label={label}
        list={list}
        empty={empty}
        columns={[name, ...columns, ...(remove ? [actions] : [])]}
      />
      {open?.what === 'add' && dialog(undefined, close)}
      {open?.what === 'edit' && opened && dialog(opened, close)}
      {open?.what === 'remove' && opened && remove && (
        <Dialog
          opened
          danger
          title={remove.title(opened)}
          onClose={close}
          submitLabel={t('common.delete')}
          busy={remove.mutation.isPending}
          error={remove.mutation.error}
          onSubmit={() => {
            remove.mutation.mutate(opened.id, { onSuccess: close });
          }}
        >
          <Text>{remove.what}</Text>
        </Dialog>
      )}
    </Stack>
  );
}
