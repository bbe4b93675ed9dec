import { Card, MultiSelect, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { useMay } from '../identity/api';

const SECRETARIES = ['reminders', 'secretaries'];

/** Which accounts are a secretary's own: the level between a committee and the board. */
export function Secretaries() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const canEdit = useMay('reminders.manage');
  const list = useQuery({
    queryKey: SECRETARIES,
    queryFn: () => answer(api.GET('/api/v1/reminder-policies/secretaries')),
  });
  const name = useMutation({
    mutationFn: (accountIds: string[]) =>
      answer(api.PUT('/api/v1/reminder-policies/secretaries', { body: { accountIds } })),
    onSuccess: (saved) => {
      queries.setQueryData(SECRETARIES, saved);
      notifyDone(t('common.saved'));
    },
    onError: notifyProblem,
  });
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  return (
    <Card withBorder>
      <Title order={3} fz="md" mb="sm">
        {t('reminderPolicy.secretaries')}
      </Title>
      <MultiSelect
        label={t('reminderPolicy.secretariesLabel')}
        description={t('reminderPolicy.secretariesHint')}
        disabled={!canEdit || name.isPending}
        searchable
        data={list.data.items.map(({ accountId, name: person, unit }) => ({
          value: accountId,
          label: person === unit.name ? person : `${person} · ${unit.name}`,
        }))}
        value={list.data.items.filter(({ secretary }) => secretary).map(({ accountId }) => accountId)}
        onChange={name.mutate}
      />
    </Card>
  );
}
