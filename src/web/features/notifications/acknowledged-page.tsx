import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { ErrorState, Loading } from '../../components/states';

/** Says for the reader of a mail that it has arrived; a mail program that only looks at the address says nothing. */
export function AcknowledgedPage() {
  const { t } = useTranslation();
  const { token } = useParams({ strict: false }) as { token: string };
  const { mutate, error, isSuccess } = useMutation({
    mutationFn: (one: string) =>
      answer(api.POST('/api/v1/message-links/{token}/acknowledge', { params: { path: { token: one } } })),
  });
  useEffect(() => {
    mutate(token);
  }, [mutate, token]);
  return (
    <Stack align="center" justify="center" mih="100vh" p="md">
      <Card withBorder w="100%" maw={440} p="xl" component="main">
        <Stack>
          <Title order={1} c="son.7">
            {t('common.product')}
          </Title>
          {error && <ErrorState error={error} />}
          {!error && !isSuccess && <Loading />}
          {isSuccess && <Text role="status">{t('messageLink.thanks')}</Text>}
          <Button variant="default" renderRoot={(props) => <Link to="/hop-thu" {...props} />}>
            {t('messageLink.toInbox')}
          </Button>
        </Stack>
      </Card>
    </Stack>
  );
}
