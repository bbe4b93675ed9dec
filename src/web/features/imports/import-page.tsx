import { Alert, Anchor, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { type Import, isAtWork, useImport } from './api';
import { ImportActions } from './import-actions';
import { ImportColumns } from './import-columns';
import { ImportRows } from './import-rows';

/** One workbook on its way into the record: what was found, what it would do, what it did. */
export function ImportPage() {
  const { t } = useTranslation();
  const { importId } = useParams({ strict: false }) as { importId: string };
  const found = useImport(importId);
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { fileName, kind, status, createdBy, createdAt } = found.data;
  return (
    <>
      <Anchor renderRoot={(props) => <Link to="/nhap-du-lieu" {...props} />}>
        <Group gap={4} mb="xs">
          <IconArrowLeft size={18} aria-hidden />
          {t('nav.imports')}
        </Group>
      </Anchor>
      <PageHeader
        title={fileName}
        subtitle={`${t(`imports.kind.${kind}.name`)} · ${createdBy} · ${writeInstant(createdAt)}`}
      >
        <StateBadge family="import" state={status} />
      </PageHeader>
      <Stack gap="lg">
        <Standing found={found.data} />
        {found.data.tables.length > 0 || status === 'preview' ? <ImportColumns found={found.data} /> : null}
        {['preview', 'applied', 'undone'].includes(status) && <ImportRows found={found.data} />}
      </Stack>
    </>
  );
}

/** Where it stands: the work at hand, the numbers, what can be done now. */
function Standing({ found }: { found: Import }) {
  const { t } = useTranslation();
  const { status, progress, reason } = found;
  if (isAtWork(found)) {
    return (
      <Card withBorder aria-live="polite">
        <Text fw={600} mb="xs">
          {t(`imports.working.${status}`, { progress })}
        </Text>
        <Progress value={progress} size="xl" animated aria-label={t(`imports.working.${status}`, { progress })} />
        <Text fz="sm" c="#5f5a54" mt="xs">
          {t('imports.mayLeave')}
        </Text>
      </Card>
    );
  }
  if (reason !== null) {
    return (
      <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={t(`imports.title.${status}`)}>
        <Stack gap="sm">
          <Text style={{ overflowWrap: 'anywhere' }}>{reason}</Text>
          <ImportActions found={found} />
        </Stack>
      </Alert>
    );
  }
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Text fw={600} fz="lg">
          {t(`imports.title.${status}`)}
        </Text>
        <Outcome found={found} />
        {found.warnings.length > 0 && <Warnings found={found} />}
        <ImportActions found={found} />
      </Stack>
    </Card>
  );
}

/** In numbers: what it would do, or what it did. */
function Outcome({ found: { status, summary, appliedAt, appliedBy, undoneAt } }: { found: Import }) {
  const { t } = useTranslation();
  const facts = {
    fresh: summary.new,
    changed: summary.changed,
    unchanged: summary.unchanged,
    problems: summary.problems,
    by: appliedBy,
    at: writeInstant(status === 'undone' ? undoneAt : appliedAt),
  };
  return <Text>{t(`imports.outcome.${status}`, facts)}</Text>;
}

function Warnings({ found }: { found: Import }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" variant="light" title={t('imports.warnings', { count: found.warnings.length })}>
      <Stack gap={4}>
        {found.warnings.map(({ sheet, line, message }) => (
          <Text key={`${sheet}${line}${message}`} fz="sm">
            {sheet}: {message}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
