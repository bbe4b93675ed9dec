import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * A paper of a Party body as it is printed: its head, what it says, who signs. Always in Vietnamese, whoever reads it;
 * number, seal and signature are the clerk's to add.
 * @param date of the document, `YYYY-MM-DD`; null while it has none.
 */
export function PartyDocument({
  issuer,
  number,
  date,
  title,
  about,
  signer,
  children,
}: {
  issuer: string;
  number: string | null;
  date: string | null;
  title: string;
  about: string;
  signer: string | null;
  children: ReactNode;
}) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT('vi');
  const [year, month, day] = (date ?? '').split('-');
  return (
    <Stack gap="md" component="section" aria-label={title} lang="vi">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <div>
          <Text fw={700} tt="uppercase">
            {issuer}
          </Text>
          <Text>{t('partyDocument.number', { number: number ?? '…' })}</Text>
        </div>
        <div>
          <Text fw={700} tt="uppercase">
            {t('partyDocument.party')}
          </Text>
          <Text fs="italic">{t('partyDocument.day', { day: day ?? '…', month: month ?? '…', year: year || '…' })}</Text>
        </div>
      </Group>
      <div>
        <Text fw={700} tt="uppercase" ta="center" fz="lg">
          {title}
        </Text>
        <Text fw={600} ta="center">
          {about}
        </Text>
      </div>
      {children}
      <Text fw={600} ta="right">
        {signer ?? '…'}
      </Text>
    </Stack>
  );
}
