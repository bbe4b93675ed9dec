import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { type PeopleQuestion, useStandardsPeople } from './api';

/** The names behind a figure. */
export function PeopleDrawer({
  asOf,
  question,
  onClose,
}: {
  asOf: string | undefined;
  question: PeopleQuestion | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const people = useStandardsPeople(asOf, question);
  return (
    <Drawer
      opened={question !== null}
      onClose={onClose}
      position="right"
      title={t('reports.names')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {people.error && <ErrorState error={people.error} retry={() => void people.refetch()} />}
      {question && people.isPending && <Loading />}
      {people.data?.items.length === 0 && <EmptyState title={t('reports.unknownOnly')} />}
      <Stack>
        {question &&
          people.data?.items.map(({ officialId, fullName, post, unit, asked, has }) => (
            <div key={officialId}>
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId }} {...props} />}
              >
                {fullName}
              </Anchor>
              <Text fz="sm">
                {post} · {unit.name}
              </Text>
              <Text fz="sm">
                {t('officials.asksHas', {
                  asked: t(`level.${question.standard}.${asked ?? 'unknown'}`),
                  has: t(`level.${question.standard}.${has ?? 'unknown'}`),
                })}
              </Text>
            </div>
          ))}
      </Stack>
    </Drawer>
  );
}
