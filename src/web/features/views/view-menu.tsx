import { Button, Checkbox, Menu, Text, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { type SavedView, useDeleteView, useSaveView, useViews } from './api';

/** What a view keeps of a list, as it is on the screen now. */
export interface ViewState {
  query: Record<string, string>;
  columns: string[];
}

type Asking = 'new' | 'rename' | 'delete' | null;

/** Choose a kept view of a list, keep the present one, rename or delete one's own. */
export function ViewMenu({
  list,
  current,
  state,
  onPick,
}: {
  list: string;
  /** Id of the view that was picked, if any. */
  current: string | undefined;
  state: ViewState;
  /** @param view null for the list as it comes. */
  onPick: (view: SavedView | null) => void;
}) {
  const { t } = useTranslation();
  const views = useViews(list);
  const save = useSaveView();
  const [asking, setAsking] = useState<Asking>(null);
  const items = views.data?.items ?? [];
  const picked = items.find(({ id }) => id === current);
  const line = (view: SavedView) => (
    <Menu.Item
      key={view.id}
      leftSection={view.id === current ? <IconCheck size={16} aria-hidden /> : undefined}
      onClick={() => {
        onPick(view);
      }}
    >
      {view.name}
      {view.isDefault && ` (${t('views.default')})`}
      {!view.mine && (
        <Text fz="xs" c="#5f5a54">
          {view.unitName}
        </Text>
      )}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {picked?.name ?? t('views.all')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={picked ? undefined : <IconCheck size={16} aria-hidden />}
            onClick={() => {
              onPick(null);
            }}
          >
            {t('views.all')}
          </Menu.Item>
          {items.filter(({ mine }) => mine).map(line)}
          {items.some(({ mine }) => !mine) && <Menu.Label>{t('views.shared')}</Menu.Label>}
          {items.filter(({ mine }) => !mine).map(line)}
          <Menu.Divider />
          <Menu.Item
            onClick={() => {
              setAsking('new');
            }}
          >
            {t('views.keep')}
          </Menu.Item>
          {picked?.mine && (
            <>
              <Menu.Item
                onClick={() => {
                  save.mutate({ id: picked.id, list, ...state }, { onSuccess: () => notifyDone(t('common.saved')) });
                }}
              >
                {t('views.update', { name: picked.name })}
              </Menu.Item>
              <Menu.Item
                onClick={() => {
                  setAsking('rename');
                }}
              >
                {t('views.rename')}
              </Menu.Item>
              <Menu.Item
                c="red.9"
                onClick={() => {
                  setAsking('delete');
                }}
              >
                {t('views.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {(asking === 'new' || asking === 'rename') && (
        <ViewDialog
          list={list}
          state={state}
          view={asking === 'rename' ? picked : undefined}
          onClose={() => {
            setAsking(null);
          }}
          onSaved={onPick}
        />
      )}
      {asking === 'delete' && picked && (
        <DeleteDialog
          view={picked}
          onClose={() => {
            setAsking(null);
          }}
          onDeleted={() => {
            onPick(null);
          }}
        />
      )}
    </>
  );
}

/** Asks for a view's name, who finds it and whether the list opens with it. */
function ViewDialog({
  list,
  state,
  view,
  onClose,
  onSaved,
}: {
  list: string;
  state: ViewState;
  view: SavedView | undefined;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
}) {
  const { t } = useTranslation();
  const save = useSaveView();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [isDefault, setDefault] = useState(view?.isDefault ?? false);
  return (
    <Dialog
      opened
      title={view ? t('views.rename') : t('views.keep')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={['name']}
      onSubmit={() => {
        const kept = view ? { id: view.id } : state;
        save.mutate(
          { list, name, shared, isDefault, ...kept },
          {
            onSuccess: (saved) => {
              notifyDone(t('common.saved'));
              if (!view) onSaved(saved);
              onClose();
            },
          },
        );
      }}
    >
      {!view && <Text>{t('views.keepHint')}</Text>}
      <TextInput
        data-autofocus
        label={t('views.name')}
        required
        maxLength={80}
        value={name}
        error={fieldError(save.error, 'name')}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      />
      <Checkbox
        label={t('views.share')}
        checked={shared}
        onChange={({ currentTarget }) => {
          setShared(currentTarget.checked);
        }}
      />
      <Checkbox
        label={t('views.makeDefault')}
        checked={isDefault}
        onChange={({ currentTarget }) => {
          setDefault(currentTarget.checked);
        }}
      />
    </Dialog>
  );
}

function DeleteDialog({ view, onClose, onDeleted }: { view: SavedView; onClose: () => void; onDeleted: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteView();
  return (
    <Dialog
      opened
      danger
      title={t('views.delete')}
      onClose={onClose}
      submitLabel={t('views.delete')}
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => {
        remove.mutate(view.id, {
          onSuccess: () => {
            onDeleted();
            onClose();
          },
        });
      }}
    >
      <Text>{t('views.deleteHint', { name: view.name })}</Text>
    </Dialog>
  );
}
