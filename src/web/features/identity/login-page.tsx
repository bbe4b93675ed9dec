import { Button, Card, Code, List, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/states';
import { LanguageSwitch } from './language-switch';
import { useDemo, useLogIn } from './api';

/** Where one proves who one is; afterwards one is back where one wanted to go. */
export function LoginPage() {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const logIn = useLogIn();
  const navigate = useNavigate();
  const { tiep } = useSearch({ strict: false }) as { tiep?: string };
  const submit = (): void => {
    logIn.mutate(
      { username, password },
      { onSuccess: () => void navigate({ href: tiep?.startsWith('/') ? tiep : '/', replace: true } as never) },
    );
  };
  return (
    <Stack align="center" justify="center" mih="100vh" p="md">
      <Card withBorder w="100%" maw={440} p="xl" component="main">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack>
            <div>
              <Title order={1} c="son.7">
                {t('common.product')}
              </Title>
              <Text c="#5f5a54">{t('login.subtitle')}</Text>
            </div>
            {logIn.error && <ErrorState error={logIn.error} />}
            <TextInput
              label={t('login.username')}
              autoComplete="username"
              autoCapitalize="none"
              autoFocus
              required
              value={username}
              onChange={({ currentTarget }) => {
                setUsername(currentTarget.value);
              }}
            />
            <PasswordInput
              size="md"
              label={t('login.password')}
              autoComplete="current-password"
              required
              value={password}
              visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
              onChange={({ currentTarget }) => {
                setPassword(currentTarget.value);
              }}
            />
            <Button type="submit" loading={logIn.isPending} fullWidth>
              {t('login.submit')}
            </Button>
            <DemoAccounts />
            <LanguageSwitch />
          </Stack>
        </form>
      </Card>
    </Stack>
  );
}

function DemoAccounts() {
  const { t } = useTranslation();
  const { data } = useDemo();
  if (!data?.demo) return null;
  return (
    <Stack gap={4} p="sm" bg="#faf5ec" style={{ borderRadius: 8 }}>
      <Text fw={600}>{t('login.demoTitle')}</Text>
      <Text fz="sm">
        {t('login.demoPassword')} <Code>hong-chuyen-demo</Code>
      </Text>
      <List fz="sm" spacing={2}>
        {(['board', 'leader', 'xa-bix', 'chibo-bix-1', 'can-bo'] as const).map((name) => (
          <List.Item key={name}>
            <Code>{name}</Code> {t(`login.demo.${name}`)}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
