import { Alert, Anchor, List } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSimilar } from './api';

const PAUSE_MS = 400;

/** Says that somebody about to be recorded may be in the list already, and who. */
export function SimilarWarning({
  person,
}: {
  person: { fullName?: string | undefined; unitId?: string | undefined; bornOn?: string | null | undefined };
}) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(`${person.fullName ?? ''}|${person.unitId ?? ''}|${person.bornOn ?? ''}`, PAUSE_MS);
  const [fullName, unitId, bornOn] = asked.split('|');
  const similar = useSimilar({ fullName, unitId, bornOn });
  const found = bornOn ? (similar.data?.items ?? []) : [];
  if (found.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" title={t('duplicates.maybeThere')} role="status">
      <List>
        {found.map(({ official, reasons }) => (
          <List.Item key={official.id}>
            <Anchor
              target="_blank"
              c="dark"
              td="underline"
              renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId: official.id }} {...props} />}
            >
              {official.fullName}
            </Anchor>
            {`, ${official.unit.name} (${reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(', ')})`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
