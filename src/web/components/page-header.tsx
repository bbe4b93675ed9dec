import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What a page is about, and what can be done on it. */
export function PageHeader({ title, subtitle, children }: { title: string; subtitle?: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm">
      <title>{`${title} · ${t('common.product')}`}</title>
      <div style={{ minWidth: 0, flex: '1 1 280px' }}>
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {subtitle && <Text c="#5f5a54">{subtitle}</Text>}
      </div>
      <Group gap="xs" className="no-print">
        {children}
      </Group>
    </Group>
  );
}
