import { Alert, Button, Code, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DataTable } from '../../components/data-table';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyProblem } from '../../components/notify';
import { ExportButton } from '../../components/export-button';
import { SearchField } from '../../components/search-field';
import { ContactDialog } from '../notifications/contact-dialog';
import { useUnits } from '../units/api';
import { useAccounts, useCreateAccount, useResetPassword, useUpdateAccount } from './api';

type Account = Schema<'AccountView'>;
const ROLES = ['board', 'committee', 'cell', 'leader'] as const;

/** Who may log in, for which unit. */
export function AccountsAdmin() {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const [contact, setContact] = useState<{ id: string; username: string } | null>(null);
  const [secret, setSecret] = useState<{ username: string; password: string } | null>(null);
  const accounts = useAccounts(q);
  const update = useUpdateAccount();
  const reset = useResetPassword();
  return (
    <>
      <Group mb="md">
        <SearchField label={t('admin.searchAccounts')} value={q} onSearch={setQ} />
        <Button
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('admin.newAccount')}
        </Button>
        <ExportButton path="/accounts/export" query={{ q }} />
      </Group>
      {secret && (
        <Alert
          color="green"
          mb="md"
          withCloseButton
          closeButtonLabel={t('common.close')}
          onClose={() => {
            setSecret(null);
          }}
          title={t('admin.oneTime', { username: secret.username })}
        >
          <Code fz="lg">{secret.password}</Code>
          <Text fz="sm">{t('admin.oneTimeHint')}</Text>
        </Alert>
      )}
      <DataTable<Account>
        label={t('admin.accounts')}
        list={accounts}
        empty={{ title: t('admin.noAccounts') }}
        columns={[
          { label: t('login.username'), title: true, render: ({ username }) => username },
          { label: t('admin.displayName'), render: ({ displayName }) => displayName },
          { label: t('admin.role'), render: ({ role }) => t(`role.${role}`) },
          { label: t('officials.unit'), render: ({ unit }) => unit.name },
          {
            label: t('admin.active'),
            render: ({ id, active, username }) => (
              <Switch
                aria-label={`${t('admin.active')}: ${username}`}
                checked={active}
                onChange={({ currentTarget }) => {
                  update.mutate({ id, active: currentTarget.checked }, { onError: notifyProblem });
                }}
              />
            ),
          },
          {
            label: t('common.actions'),
            render: ({ id, username }) => (
              <Group gap="xs">
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => {
                    setContact({ id, username });
                  }}
                >
                  {t('channels.contact')}
                </Button>
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => {
                    reset.mutate(id, {
                      onError: notifyProblem,
                      onSuccess: ({ oneTimePassword }) => {
                        setSecret({ username, password: oneTimePassword });
                      },
                    });
                  }}
                >
                  {t('admin.reset')}
                </Button>
              </Group>
            ),
          },
        ]}
      />
      {contact && (
        <ContactDialog
          {...contact}
          onClose={() => {
            setContact(null);
          }}
        />
      )}
      {adding && (
        <NewAccount
          onClose={() => {
            setAdding(false);
          }}
          onMade={setSecret}
        />
      )}
    </>
  );
}

function NewAccount({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (secret: { username: string; password: string }) => void;
}) {
  const { t } = useTranslation();
  const units = useUnits();
  const create = useCreateAccount();
  const [draft, setDraft] = useState<Partial<Schema<'CreateAccountDto'>>>({});
  const set = (change: typeof draft): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  return (
    <Dialog
      opened
      title={t('admin.newAccount')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={create.isPending}
      error={create.error}
      fields={['username', 'displayName', 'role', 'unitId', 'email']}
      onSubmit={() => {
        create.mutate(draft as Schema<'CreateAccountDto'>, {
          onSuccess: ({ username, oneTimePassword }) => {
            onMade({ username, password: oneTimePassword });
            onClose();
          },
        });
      }}
    >
      <TextInput
        label={t('login.username')}
        required
        autoCapitalize="none"
        value={draft.username ?? ''}
        error={fieldError(create.error, 'username')}
        onChange={({ currentTarget }) => {
          set({ username: currentTarget.value });
        }}
      />
      <TextInput
        label={t('admin.displayName')}
        required
        value={draft.displayName ?? ''}
        error={fieldError(create.error, 'displayName')}
        onChange={({ currentTarget }) => {
          set({ displayName: currentTarget.value });
        }}
      />
      <Select
        label={t('admin.role')}
        required
        value={draft.role ?? null}
        error={fieldError(create.error, 'role')}
        data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(role) => {
          set({ role: (role ?? undefined) as (typeof ROLES)[number] | undefined });
        }}
      />
      <Select
        label={t('officials.unit')}
        required
        searchable
        value={draft.unitId ?? null}
        error={fieldError(create.error, 'unitId')}
        data={units.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(unitId) => {
          set({ unitId: unitId ?? undefined });
        }}
      />
      <TextInput
        label={t('admin.email')}
        type="email"
        value={draft.email ?? ''}
        error={fieldError(create.error, 'email')}
        onChange={({ currentTarget }) => {
          set({ email: currentTarget.value || undefined });
        }}
      />
    </Dialog>
  );
}
