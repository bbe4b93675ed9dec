import { Card, Checkbox, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { useMay } from '../identity/api';
import { PAPER_KINDS, useAskedPapers, useAskPapers } from './api';

/** Which papers a program asks for of everybody nominated. */
export function AskedPapers({ programId }: { programId: string }) {
  const { t } = useTranslation();
  const asked = useAskedPapers(programId);
  const ask = useAskPapers(programId);
  const may = useMay('papers.ask');
  if (asked.error) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading />;
  const kinds = new Set(ask.isPending ? ask.variables : asked.data.kinds);
  return (
    <Card withBorder component="section" aria-labelledby="asked-papers">
      <Title order={3} fz="lg" id="asked-papers">
        {t('papers.asked')}
      </Title>
      <Text c="#5f5a54" mb="sm">
        {t('papers.askedHint')}
      </Text>
      <Checkbox.Group
        value={[...kinds]}
        onChange={(chosen) => {
          ask.mutate(
            PAPER_KINDS.filter((kind) => chosen.includes(kind)),
            {
              onError: notifyProblem,
              onSuccess: () => {
                notifyDone(t('papers.askedKept'));
              },
            },
          );
        }}
      >
        <Group>
          {PAPER_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`papers.kind.${kind}`)} disabled={!may || ask.isPending} />
          ))}
        </Group>
      </Checkbox.Group>
    </Card>
  );
}
