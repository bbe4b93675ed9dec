import { Alert, Checkbox, NumberInput, Select, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { type ProgramVersion, useAddVersion, useCorrectVersion, useCreateProgram } from './api';

type Draft = Partial<Schema<'CreateProgramDto'>>;

const KINDS = [
  'advanced-llct',
  'intermediate-llct',
  'elementary-llct',
  'knowledge-update',
  'party-candidate',
  'new-member',
  'party-work',
  'professional',
  'thematic',
] as const;
const LEVELS = ['elementary', 'intermediate', 'advanced', 'degree', 'fostering'] as const;
const MODES = ['concentrated', 'non-concentrated'] as const;
const CERTIFICATES = ['diploma', 'certificate', 'attestation'] as const;
const GIVES = {
  llct: ['elementary', 'intermediate', 'advanced', 'bachelor'],
  management: ['officer', 'specialist', 'principal', 'senior'],
  professional: ['elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
} as const;
const NUMBERS = ['hours', 'days', 'minimumSize', 'maximumSize', 'minimumAttendance'] as const;
const FIELDS = ['code', 'name', 'kind', 'from', 'level', 'mode', ...NUMBERS, 'school', 'certificateKind', 'source'];

/**
 * Says what a program is: a new program, what an old one is from a day on, or a correction of one version.
 * @param programId of an old program. @param version the one to correct.
 */
export function ProgramDialog({
  programId,
  version,
  onClose,
}: {
  programId?: string;
  version?: ProgramVersion;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const create = useCreateProgram();
  const add = useAddVersion(programId ?? '');
  const correct = useCorrectVersion();
  const save = version ? correct : programId ? add : create;
  const [draft, setDraft] = useState<Draft>(version ? draftOf(version) : programId ? {} : { needsQuota: false });
  const [subjects, setSubjects] = useState((version?.subjects ?? []).map(subjectLine).join('\n'));
  const set = (change: Draft): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (): void => {
    const content = { ...draft, subjects: readSubjects(subjects) };
    const done = { onSuccess: onClose };
    if (version) correct.mutate({ ...content, id: version.id, version: version.version }, done);
    else if (programId) add.mutate(content as Schema<'AddVersionDto'>, done);
    else create.mutate(content as Schema<'CreateProgramDto'>, done);
  };
  const part = { draft, set, error: save.error };
  return (
    <Dialog
      opened
      title={t(
        version
          ? version.used
            ? 'programs.complete'
            : 'programs.correct'
          : programId
            ? 'programs.addVersion'
            : 'programs.add',
      )}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={FIELDS}
      onSubmit={submit}
    >
      {!programId && <About {...part} />}
      {!version && (
        <DateField
          label={t('programs.from')}
          description={t('programs.fromHint')}
          required
          value={draft.from ?? null}
          error={fieldError(save.error, 'from')}
          onChange={(day) => {
            set({ from: day ?? undefined });
          }}
        />
      )}
      {version?.used && <Alert color="blue">{t('programs.used')}</Alert>}
      <Content {...part} />
      <Textarea
        label={t('programs.subjects')}
        description={t('programs.subjectsHint')}
        autosize
        minRows={2}
        value={subjects}
        onChange={({ currentTarget }) => {
          setSubjects(currentTarget.value);
        }}
      />
      <Gives {...part} />
      <StepSwitches {...part} />
    </Dialog>
  );
}

interface Part {
  draft: Draft;
  set: (change: Draft) => void;
  error: unknown;
}

/** What it is called and counted as. */
function About({ draft, set, error }: Part) {
  const { t } = useTranslation();
  const text = (field: 'code' | 'name') => (
    <TextInput
      label={t(`programs.${field}`)}
      required
      value={draft[field] ?? ''}
      error={fieldError(error, field)}
      onChange={({ currentTarget }) => {
        set({ [field]: currentTarget.value });
      }}
    />
  );
  return (
    <>
      {text('code')}
      {text('name')}
      <Select
        label={t('programs.kind')}
        required
        data={KINDS.map((kind) => ({ value: kind, label: t(`programs.kinds.${kind}`) }))}
        value={draft.kind ?? null}
        error={fieldError(error, 'kind')}
        onChange={(kind) => {
          set({ kind: (kind ?? undefined) as Draft['kind'] });
        }}
      />
      <Checkbox
        label={t('programs.needsQuota')}
        checked={draft.needsQuota ?? false}
        onChange={({ currentTarget }) => {
          set({ needsQuota: currentTarget.checked });
        }}
      />
    </>
  );
}

/** What it is like; what is left empty has not been said. */
function Content({ draft, set, error }: Part) {
  const { t } = useTranslation();
  const select = (field: 'level' | 'mode' | 'certificateKind', words: string, codes: readonly string[]) => (
    <Select
      label={t(`programs.${field === 'certificateKind' ? 'certificate' : field}`)}
      placeholder={field === 'mode' ? t('programs.modes.either') : t('programs.unsaid')}
      clearable
      data={codes.map((code) => ({ value: code, label: t(`programs.${words}.${code}`) }))}
      value={draft[field] ?? null}
      error={fieldError(error, field)}
      onChange={(code) => {
        set({ [field]: code });
      }}
    />
  );
  const text = (field: 'school' | 'source') => (
    <TextInput
      label={t(`programs.${field}`)}
      value={draft[field] ?? ''}
      error={fieldError(error, field)}
      onChange={({ currentTarget }) => {
        set({ [field]: currentTarget.value || null });
      }}
    />
  );
  return (
    <>
      {select('level', 'levels', LEVELS)}
      {select('mode', 'modes', MODES)}
      <SimpleGrid cols={2}>
        {NUMBERS.map((field) => (
          <NumberInput
            key={field}
            label={t(`programs.${field}`)}
            placeholder={t('programs.unsaid')}
            min={1}
            allowDecimal={false}
            value={draft[field] ?? ''}
            error={fieldError(error, field)}
            onChange={(value) => {
              set({ [field]: value === '' ? null : Number(value) });
            }}
          />
        ))}
      </SimpleGrid>
      {text('school')}
      {select('certificateKind', 'certificates', CERTIFICATES)}
      {text('source')}
    </>
  );
}

/** What the record of somebody who completes it gains. */
function Gives({ draft, set, error }: Part) {
  const { t } = useTranslation();
  return (['llct', 'management', 'professional'] as const).map((kind) => (
    <Select
      key={kind}
      label={t(`programs.givesKind.${kind}`)}
      placeholder={t('programs.givesNothing')}
      clearable
      data={GIVES[kind].map((level) => ({ value: level, label: t(`standards.level.${kind}.${level}`) }))}
      value={draft.confers?.[kind] ?? null}
      error={fieldError(error, `confers.${kind}`)}
      onChange={(level) => {
        set({ confers: { ...draft.confers, [kind]: level } });
      }}
    />
  ));
}

/** Which steps its nominations go through; a short class needs neither. */
function StepSwitches({ draft, set }: Part) {
  const { t } = useTranslation();
  return (['cellStep', 'decisionStep'] as const).map((step) => (
    <Switch
      key={step}
      label={t(`programs.${step}`)}
      description={t(`programs.${step}Hint`)}
      checked={draft[step] ?? false}
      onChange={({ currentTarget }) => {
        set({ [step]: currentTarget.checked });
      }}
    />
  ));
}

const subjectLine = ({ name, hours }: { name: string; hours: number | null }): string =>
  hours === null ? name : `${name} | ${hours}`;

/** One subject a line, its hours after a bar: "Triết học | 40". */
function readSubjects(text: string): { name: string; hours: number | null }[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = line, hours] = /^(.*?)\s*\|\s*(\d+)\s*$/.exec(line) ?? [];
      return { name: name.trim(), hours: hours === undefined ? null : Number(hours) };
    });
}

const draftOf = ({
  level,
  mode,
  hours,
  days,
  school,
  minimumSize,
  maximumSize,
  minimumAttendance,
  certificateKind,
  source,
  confers,
  cellStep,
  decisionStep,
}: ProgramVersion): Draft => ({
  level,
  mode,
  hours,
  days,
  school,
  minimumSize,
  maximumSize,
  minimumAttendance,
  certificateKind,
  source,
  confers: confers as Draft['confers'],
  cellStep,
  decisionStep,
});
