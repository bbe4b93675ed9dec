import { Button, Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/states';
import type { DraftPerson } from '../../offline/drafts';
import { type AskedPapers, useWritePapers } from '../papers/api';
import { ChosenPeople } from './chosen-people';

const LONGEST_LIST = 200;

/** The list being made, in the order in which people get seats, and the one button that sends it. */
export function ChosenList({
  chosen,
  onRemove,
  onMove,
  onSend,
  busy,
  error,
  disabled,
  papers,
}: {
  chosen: readonly DraftPerson[];
  onRemove: (person: DraftPerson) => void;
  /** @param to the place, counted from 0 */
  onMove: (person: DraftPerson, to: number) => void;
  onSend: () => void;
  busy: boolean;
  error: unknown;
  disabled: boolean;
  /** What the class asks for, and who has some of it already; undefined while it is not known. */
  papers: AskedPapers | undefined;
}) {
  const { t } = useTranslation();
  const write = useWritePapers();
  const tooMany = chosen.length > LONGEST_LIST;
  return (
    <Card withBorder component="section" aria-label={t('nominate.list')} style={{ position: 'sticky', top: 76 }}>
      <Title order={3} fz="lg" mb="sm">
        {t('nominate.listOf', { count: chosen.length })}
      </Title>
      {chosen.length === 0 && (
        <Text c="#5f5a54" visibleFrom="lg">
          {t('nominate.listEmpty')}
        </Text>
      )}
      {chosen.length > 1 && (
        <Text fz="sm" c="#5f5a54" mb="xs" visibleFrom="lg">
          {t('nominate.orderHint')}
        </Text>
      )}
      {papers && papers.required.length > 0 && (
        <Text fz="sm" my="xs" visibleFrom="lg">
          {t('papers.asks', { papers: write(papers.required) })}
        </Text>
      )}
      <ChosenPeople chosen={chosen} papers={papers} onRemove={onRemove} onMove={onMove} />
      {tooMany && <Text c="son.7">{t('nominate.tooMany', { most: LONGEST_LIST })}</Text>}
      {error !== null && error !== undefined && <ErrorState error={error} />}
      <Button
        mt="sm"
        size="lg"
        fullWidth
        disabled={disabled || chosen.length === 0 || tooMany}
        loading={busy}
        onClick={onSend}
      >
        {t('nominate.send', { count: chosen.length })}
      </Button>
    </Card>
  );
}
