import { Anchor, Button, Card, FileButton, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { PageHeader } from '../../components/page-header';
import { ErrorState } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type ImportItem, type ImportKind, KINDS, useHandIn, useImports } from './api';

/** What the reader of workbooks opens. */
const ENDINGS = '.xlsx,.xlsb,.xls,.ods,.csv';

/** Handing a workbook in, and what was handed in before. */
export function ImportsPage() {
  const { t } = useTranslation();
  const imports = useImports();
  return (
    <>
      <PageHeader title={t('nav.imports')} subtitle={t('imports.subtitle')} />
      <HandIn />
      <Title order={3} mt="xl" mb="sm">
        {t('imports.earlier')}
      </Title>
      <DataTable<ImportItem>
        label={t('imports.earlier')}
        list={imports}
        empty={{ title: t('imports.none'), hint: t('imports.noneHint') }}
        columns={[
          {
            label: t('imports.file'),
            title: true,
            render: ({ id, fileName }) => (
              <Anchor
                fw={600}
                style={{ overflowWrap: 'anywhere' }}
                renderRoot={(props) => <Link to="/nhap-du-lieu/$importId" params={{ importId: id }} {...props} />}
              >
                {fileName}
              </Anchor>
            ),
          },
          { label: t('imports.kindOfFile'), render: ({ kind }) => t(`imports.kind.${kind}.name`) },
          { label: t('imports.standing'), render: ({ status }) => <StateBadge family="import" state={status} /> },
          {
            label: t('imports.result'),
            render: ({ summary }) =>
              t('imports.numbers', { fresh: summary.new, changed: summary.changed, problems: summary.problems }),
          },
          { label: t('imports.by'), render: ({ createdBy }) => createdBy },
          { label: t('imports.at'), render: ({ createdAt }) => writeInstant(createdAt) },
        ]}
      />
    </>
  );
}

function HandIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const handIn = useHandIn();
  const mayRegistry = useMay('imports.registry');
  const kinds = mayRegistry ? KINDS : KINDS.slice(0, 1);
  const [kind, setKind] = useState<ImportKind>('officials');
  const send = (file: File | null | undefined): void => {
    if (!file) return;
    handIn.mutate(
      { kind, file },
      { onSuccess: ({ id }) => void navigate({ to: '/nhap-du-lieu/$importId', params: { importId: id } }) },
    );
  };
  return (
    <Card withBorder>
      <Stack>
        <Radio.Group
          label={t('imports.what')}
          value={kind}
          onChange={(value) => {
            setKind(value as ImportKind);
          }}
        >
          <Stack gap="xs" mt="xs">
            {kinds.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`imports.kind.${value}.name`)}
                description={t(`imports.kind.${value}.explained`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <DropArea busy={handIn.isPending} onFile={send} />
        {handIn.error && <ErrorState error={handIn.error} />}
        <Anchor href={`/api/v1/imports/templates/${kind}`} download>
          <Group gap={6} wrap="nowrap">
            <IconDownload size={18} aria-hidden />
            {t('imports.template', { kind: t(`imports.kind.${kind}.name`) })}
          </Group>
        </Anchor>
      </Stack>
    </Card>
  );
}

/** A place to let a file fall on; the button beside it does the same by keyboard. */
function DropArea({ busy, onFile }: { busy: boolean; onFile: (file: File | null | undefined) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, on: boolean): void => {
    event.preventDefault();
    setOver(on);
  };
  return (
    <Stack
      align="center"
      gap="sm"
      p="xl"
      style={{
        border: `2px dashed ${over ? '#8f1d21' : '#868e96'}`,
        borderRadius: 8,
        background: over ? '#fdf1f0' : undefined,
      }}
      onDragOver={(event) => {
        hover(event, true);
      }}
      onDragLeave={(event) => {
        hover(event, false);
      }}
      onDrop={(event) => {
        hover(event, false);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <Text ta="center">{t('imports.drop')}</Text>
      <FileButton accept={ENDINGS} onChange={onFile} inputProps={{ 'aria-label': t('imports.choose') }}>
        {(props) => (
          <Button {...props} leftSection={<IconUpload size={18} aria-hidden />} loading={busy}>
            {t('imports.choose')}
          </Button>
        )}
      </FileButton>
      <Text fz="sm" c="#5f5a54" ta="center">
        {t('imports.endings')}
      </Text>
    </Stack>
  );
}
