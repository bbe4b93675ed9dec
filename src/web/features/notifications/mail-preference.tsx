import { Card, Switch, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { notifyDone, notifyProblem } from '../../components/notify';

const PREFERENCES = ['notifications', 'preferences'];

/** What the reader wants by mail; calls and reminders always come. */
export function MailPreference() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const preferences = useQuery({
    queryKey: PREFERENCES,
    queryFn: () => answer(api.GET('/api/v1/inbox/preferences')),
  });
  const set = useMutation({
    mutationFn: (newsByMail: boolean) => answer(api.PUT('/api/v1/inbox/preferences', { body: { newsByMail } })),
    onSuccess: (saved) => {
      queries.setQueryData(PREFERENCES, saved);
      notifyDone(t('common.saved'));
    },
    onError: notifyProblem,
  });
  return (
    <Card withBorder>
      <Title order={3} fz="lg" mb="xs">
        {t('messageLink.mail')}
      </Title>
      <Switch
        label={t('messageLink.newsByMail')}
        description={t('messageLink.newsByMailHint')}
        disabled={!preferences.data}
        checked={preferences.data?.newsByMail ?? true}
        onChange={({ currentTarget: { checked } }) => {
          set.mutate(checked);
        }}
      />
    </Card>
  );
}
