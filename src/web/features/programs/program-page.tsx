import { Alert, Anchor, Breadcrumbs, Button, Card, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';
import {
  type Program,
  type ProgramVersion,
  useDeleteVersion,
  useProgram,
  useProgramVersions,
  useRenameProgram,
} from './api';
import { PapersDialog } from './papers-dialog';
import { ProgramDialog } from './program-dialog';
import { givenOf } from './programs-admin';

/** One program: what it was, is and will be, the newest first, and who changed it. */
export function ProgramPage() {
  const { t } = useTranslation();
  const { programId } = useParams({ strict: false }) as { programId: string };
  const program = useProgram(programId);
  const versions = useProgramVersions(programId);
  const mayManage = useMay('programs.manage');
  const [open, setOpen] = useState<'version' | 'name' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  if (program.error) return <ErrorState error={program.error} retry={() => void program.refetch()} />;
  if (!program.data) return <Loading />;
  const items = versions.data?.items ?? [];
  return (
    <>
      <Breadcrumbs mb="xs" style={{ flexWrap: 'wrap' }}>
        <Anchor renderRoot={(props) => <Link to="/quan-tri/$tab" params={{ tab: 'chuong-trinh' }} {...props} />}>
          {t('programs.title')}
        </Anchor>
        <Text style={{ overflowWrap: 'anywhere' }}>{program.data.name}</Text>
      </Breadcrumbs>
      <PageHeader title={program.data.name} subtitle={program.data.code}>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/quan-tri/dieu-kien/$programId" params={{ programId }} {...props} />}
        >
          {t('programs.rules')}
        </Button>
        {mayManage && (
          <>
            <Button
              variant="default"
              onClick={() => {
                setOpen('name');
              }}
            >
              {t('programs.rename')}
            </Button>
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => {
                setOpen('version');
              }}
            >
              {t('programs.addVersion')}
            </Button>
          </>
        )}
      </PageHeader>
      {versions.isPending && <Loading />}
      {versions.error && <ErrorState error={versions.error} retry={() => void versions.refetch()} />}
      <Stack>
        {items.map((version, index) => (
          <Version
            key={version.id}
            version={version}
            programId={programId}
            first={index === items.length - 1}
            mayManage={mayManage}
          />
        ))}
        <Steps steps={versions.data?.steps ?? []} />
      </Stack>
      {open === 'version' && <ProgramDialog programId={programId} onClose={close} />}
      {open === 'name' && <RenameDialog program={program.data} onClose={close} />}
    </>
  );
}

/** The name everywhere, past classes too: it is the same training under a better name. */
function RenameDialog({ program, onClose }: { program: Program; onClose: () => void }) {
  const { t } = useTranslation();
  const rename = useRenameProgram(program.id);
  const [name, setName] = useState(program.name);
  return (
    <Dialog
      opened
      title={t('programs.rename')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={rename.isPending}
      error={rename.error}
      fields={['name']}
      onSubmit={() => {
        rename.mutate(name, { onSuccess: onClose });
      }}
    >
      <TextInput
        label={t('programs.name')}
        description={t('programs.renameHint')}
        required
        value={name}
        error={fieldError(rename.error, 'name')}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      />
    </Dialog>
  );
}

/** What the program is from a day to a day. */
function Version({
  version,
  programId,
  first,
  mayManage,
}: {
  version: ProgramVersion;
  programId: string;
  first: boolean;
  mayManage: boolean;
}) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'correct' | 'papers' | 'delete' | null>(null);
  const remove = useDeleteVersion();
  const close = (): void => {
    setAsked(null);
  };
  const { from, to, subjects, used } = version;
  return (
    <Card withBorder component="section">
      <Group justify="space-between" align="flex-start" mb="sm">
        <Title order={3} fz="lg">
          {to
            ? t('standards.fromTo', { from: writeDate(from), to: writeDate(to) })
            : t('standards.from', { from: writeDate(from) })}
        </Title>
        {mayManage && (
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => {
                setAsked('correct');
              }}
            >
              {used ? t('programs.complete') : t('programs.correct')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setAsked('papers');
              }}
            >
              {t('programs.papers')}
            </Button>
            {!used && !first && (
              <Button
                variant="default"
                onClick={() => {
                  setAsked('delete');
                }}
              >
                {t('programs.delete')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {used && (
        <Text fz="sm" c="#5f5a54" mb="sm">
          {t('programs.used')}
        </Text>
      )}
      <Facts version={version} />
      {subjects.length > 0 && (
        <>
          <Text fw={600} mt="sm">
            {t('programs.subjects')}
          </Text>
          <List type="ordered">
            {subjects.map(({ id, name, hours }) => (
              <List.Item key={id}>
                {name}
                {hours !== null && ` (${t('programs.hoursCount', { count: hours })})`}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {asked === 'correct' && <ProgramDialog programId={programId} version={version} onClose={close} />}
      {asked === 'papers' && <PapersDialog version={version} onClose={close} />}
      {asked === 'delete' && (
        <Dialog
          opened
          danger
          title={t('programs.delete')}
          onClose={close}
          submitLabel={t('programs.delete')}
          busy={remove.isPending}
          error={remove.error}
          onSubmit={() => {
            remove.mutate(version.id, { onSuccess: close });
          }}
        >
          <Alert color="yellow" variant="light">
            {t('programs.deleteHint')}
          </Alert>
        </Dialog>
      )}
    </Card>
  );
}

function Facts({ version }: { version: ProgramVersion }) {
  const { t } = useTranslation();
  const {
    level,
    mode,
    hours,
    days,
    school,
    minimumSize,
    maximumSize,
    minimumAttendance,
    certificateKind,
    papers,
    source,
  } = version;
  const steps = (['cellStep', 'decisionStep'] as const)
    .filter((step) => version[step])
    .map((step) => t(`programs.${step}`));
  const facts: [string, string | number | null | undefined][] = [
    [t('programs.level'), level && t(`programs.levels.${level}`)],
    [t('programs.mode'), t(`programs.modes.${mode ?? 'either'}`)],
    [t('programs.hours'), hours],
    [t('programs.days'), days],
    [t('programs.school'), school],
    [t('programs.minimumSize'), minimumSize],
    [t('programs.maximumSize'), maximumSize],
    [t('programs.minimumAttendance'), minimumAttendance],
    [t('programs.certificate'), certificateKind && t(`programs.certificates.${certificateKind}`)],
    [t('programs.gives'), givenOf(t, version)],
    [
      t('programs.papers'),
      papers.length === 0 ? t('programs.papersNone') : papers.map((kind) => t(`papers.kind.${kind}`)).join(', '),
    ],
    [t('programs.steps'), steps.length > 0 ? steps.join('; ') : t('programs.stepsNone')],
    [t('programs.source'), source],
  ];
  return (
    <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(120px, 30%) 1fr', gap: '6px 12px' }}>
      {facts.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt style={{ color: '#5f5a54' }}>{label}</dt>
          <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value ?? t('programs.unsaid')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ steps }: { steps: readonly { action: string; at: string; by: string | null }[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="lg" mb="xs">
        {t('standards.history')}
      </Title>
      {steps.map(({ action, at, by }) => (
        <Text key={`${action} ${at}`} fz="sm" c="#5f5a54">
          {writeInstant(at)} · {by} · {t(`programs.step.${action.split('.')[1] ?? ''}`)}
        </Text>
      ))}
    </section>
  );
}
