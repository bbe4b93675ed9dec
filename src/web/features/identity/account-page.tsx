import { Alert, Button, Card, Code, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { ErrorState } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { ChannelPreferences } from '../notifications/channel-preferences';
import { Devices } from '../notifications/devices';
import { OfficeContact } from '../notifications/office-contact';
import { useChangePassword, useCreateToken, useMay, useMe, useRevokeToken, useSaveLocale, useTokens } from './api';
import { LanguageSwitch } from './language-switch';

/** One's own account: language, password, tokens for programs. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  const saveLocale = useSaveLocale();
  const mayManageOffice = useMay('notifications.manageOffice');
  return (
    <>
      <PageHeader
        title={t('nav.account')}
        subtitle={me.data ? `${me.data.displayName} · ${me.data.username}` : undefined}
      />
      {me.data?.mustChangePassword && (
        <Alert color="yellow" mb="md" title={t('account.mustChange')}>
          {t('account.mustChangeHint')}
        </Alert>
      )}
      <Stack maw={640}>
        <Card withBorder>
          <Title order={3} fz="lg" mb="sm">
            {t('common.language')}
          </Title>
          <LanguageSwitch onChoose={saveLocale.mutate} />
        </Card>
        <Password />
        <ChannelPreferences />
        <Devices />
        {mayManageOffice && me.data && <OfficeContact unitId={me.data.unit.id} />}
        <Tokens />
      </Stack>
    </>
  );
}

function Password() {
  const { t } = useTranslation();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useChangePassword();
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { currentPassword, newPassword },
            {
              onSuccess: () => {
                notifyDone(t('account.passwordChanged'));
                setCurrent('');
                setNew('');
              },
            },
          );
        }}
      >
        <Stack>
          <Title order={3} fz="lg">
            {t('account.password')}
          </Title>
          {change.error && !fieldError(change.error, 'newPassword') && !fieldError(change.error, 'currentPassword') && (
            <ErrorState error={change.error} />
          )}
          <PasswordInput
            size="md"
            label={t('account.current')}
            autoComplete="current-password"
            required
            value={currentPassword}
            error={fieldError(change.error, 'currentPassword')}
            onChange={({ currentTarget }) => {
              setCurrent(currentTarget.value);
            }}
          />
          <PasswordInput
            size="md"
            label={t('account.new')}
            description={t('account.newHint')}
            autoComplete="new-password"
            required
            value={newPassword}
            error={fieldError(change.error, 'newPassword')}
            onChange={({ currentTarget }) => {
              setNew(currentTarget.value);
            }}
          />
          <Button type="submit" loading={change.isPending} w="fit-content">
            {t('account.change')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function Tokens() {
  const { t } = useTranslation();
  const tokens = useTokens();
  const create = useCreateToken();
  const revoke = useRevokeToken();
  const [name, setName] = useState('');
  return (
    <Card withBorder>
      <Title order={3} fz="lg" mb="xs">
        {t('account.tokens')}
      </Title>
      <Text mb="sm">{t('account.tokensHint')}</Text>
      <Group align="flex-end">
        <TextInput
          label={t('account.tokenName')}
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
        <Button
          variant="default"
          loading={create.isPending}
          onClick={() => {
            create.mutate(name || 'API', { onError: notifyProblem });
          }}
        >
          {t('account.createToken')}
        </Button>
      </Group>
      {create.data && (
        <Alert mt="sm" color="green" title={t('account.shownOnce')}>
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {create.data.token}
          </Code>
        </Alert>
      )}
      <Stack mt="md" gap="xs">
        {tokens.data?.items.map(({ id, name: label, expiresAt }) => (
          <Group key={id} justify="space-between">
            <Text>
              {label} · {t('account.until', { day: writeInstant(expiresAt) })}
            </Text>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => {
                revoke.mutate(id, { onError: notifyProblem });
              }}
            >
              {t('account.revoke')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
