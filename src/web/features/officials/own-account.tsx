import { Alert, Button, Code, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { useOpenAccount } from './accounts-api';
import type { OfficialProfile } from './api';

/** Opens an official's own account; its password is shown this once. */
export function OwnAccount({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [username, setUsername] = useState('');
  const open = useOpenAccount(official.id);
  const close = (): void => {
    setAsking(false);
    open.reset();
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('own.openAccount')}
      </Button>
      {asking && (
        <Dialog
          opened
          title={t('own.openAccountOf', { name: official.fullName })}
          onClose={close}
          submitLabel={open.data ? t('common.close') : t('own.openAccount')}
          busy={open.isPending}
          error={open.error}
          fields={['username']}
          onSubmit={() => {
            if (open.data) close();
            else open.mutate(username);
          }}
        >
          {open.data ? (
            <Alert color="green" title={t('admin.oneTime', { username: open.data.username })}>
              <Code fz="lg">{open.data.oneTimePassword}</Code>
              <Text fz="sm">{t('admin.oneTimeHint')}</Text>
            </Alert>
          ) : (
            <>
              <Text>{t('own.accountExplain')}</Text>
              <TextInput
                data-autofocus
                label={t('login.username')}
                required
                autoCapitalize="none"
                value={username}
                error={fieldError(open.error, 'username')}
                onChange={({ currentTarget }) => {
                  setUsername(currentTarget.value);
                }}
              />
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
