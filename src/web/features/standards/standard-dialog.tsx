import { Alert, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { type Standard, useCorrectStandard, useCreateStandard } from './api';
import { useStandardSentence } from './use-standard-sentence';

type Draft = Partial<Schema<'CreateStandardDto'>> & { reason?: string };

const CATEGORIES = ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'] as const;
const AREAS = ['plain', 'mountain', 'border', 'island', 'ethnic-minority'] as const;
const LEVELS = {
  professional: ['elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
  llct: ['elementary', 'intermediate', 'advanced', 'bachelor'],
  management: ['officer', 'specialist', 'principal', 'senior'],
} as const;
const KINDS = ['professional', 'llct', 'management'] as const;
const FIELDS = ['category', 'postTitle', 'area', ...KINDS, 'from', 'source', 'sourceNumber', 'sourceDate', 'reason'];

/** Asks something from a day on, or mends what was written wrongly; below stands what it will mean, as a sentence. */
export function StandardDialog({ standard, onClose }: { standard?: Standard; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useStandardSentence();
  const create = useCreateStandard();
  const correct = useCorrectStandard();
  const save = standard ? correct : create;
  const [draft, setDraft] = useState<Draft>(standard ? draftOf(standard) : { category: 'cadre', confirmed: false });
  const set = (change: Draft): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (): void => {
    if (!standard) create.mutate(draft as Schema<'CreateStandardDto'>, { onSuccess: onClose });
    else {
      const { category: _, postTitle: __, area: ___, from: ____, ...content } = draft;
      correct.mutate({ ...content, id: standard.id, version: standard.version }, { onSuccess: onClose });
    }
  };
  return (
    <Dialog
      opened
      title={standard ? t('standards.correct') : t('standards.add')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={FIELDS}
      onSubmit={submit}
    >
      {!standard && <About draft={draft} set={set} error={save.error} />}
      {KINDS.map((kind) => (
        <Select
          key={kind}
          label={t(`standards.kind.${kind}`)}
          placeholder={t('standards.notAsked')}
          clearable
          data={LEVELS[kind].map((level) => ({ value: level, label: t(`standards.level.${kind}.${level}`) }))}
          value={draft[kind] ?? null}
          error={fieldError(save.error, kind)}
          onChange={(level) => {
            set({ [kind]: level });
          }}
        />
      ))}
      <Source draft={draft} set={set} error={save.error} />
      {standard && (
        <Textarea
          label={t('standards.reason')}
          description={t('standards.reasonHint')}
          value={draft.reason ?? ''}
          error={fieldError(save.error, 'reason')}
          onChange={({ currentTarget }) => {
            set({ reason: currentTarget.value || undefined });
          }}
        />
      )}
      <Alert variant="light" color="blue" title={t('standards.meaning')}>
        {sentence({ category: 'cadre', ...draft })}
        {!standard && ` ${t('standards.endsBefore')}`}
      </Alert>
    </Dialog>
  );
}

interface Part {
  draft: Draft;
  set: (change: Draft) => void;
  error: unknown;
}

/** Which posts, where, from when. */
function About({ draft, set, error }: Part) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('officials.category')}
        required
        allowDeselect={false}
        data={CATEGORIES.map((category) => ({ value: category, label: t(`category.${category}`) }))}
        value={draft.category ?? null}
        error={fieldError(error, 'category')}
        onChange={(category) => {
          set({ category: (category ?? 'cadre') as (typeof CATEGORIES)[number] });
        }}
      />
      <TextInput
        label={t('standards.post')}
        description={t('standards.postHint')}
        value={draft.postTitle ?? ''}
        error={fieldError(error, 'postTitle')}
        onChange={({ currentTarget }) => {
          set({ postTitle: currentTarget.value || null });
        }}
      />
      <Select
        label={t('standards.area')}
        placeholder={t('standards.anyArea')}
        clearable
        data={AREAS.map((area) => ({ value: area, label: t(`standards.areas.${area}`) }))}
        value={draft.area ?? null}
        error={fieldError(error, 'area')}
        onChange={(area) => {
          set({ area: area as (typeof AREAS)[number] | null });
        }}
      />
      <DateField
        label={t('standards.fromDay')}
        required
        value={draft.from ?? null}
        error={fieldError(error, 'from')}
        onChange={(day) => {
          set({ from: day ?? undefined });
        }}
      />
    </>
  );
}

/** Which paper says so. */
function Source({ draft, set, error }: Part) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('standards.source')}
        required
        value={draft.source ?? ''}
        error={fieldError(error, 'source')}
        onChange={({ currentTarget }) => {
          set({ source: currentTarget.value });
        }}
      />
      <TextInput
        label={t('standards.sourceNumber')}
        value={draft.sourceNumber ?? ''}
        error={fieldError(error, 'sourceNumber')}
        onChange={({ currentTarget }) => {
          set({ sourceNumber: currentTarget.value || null });
        }}
      />
      <DateField
        label={t('standards.sourceDate')}
        clearable
        value={draft.sourceDate ?? null}
        error={fieldError(error, 'sourceDate')}
        onChange={(day) => {
          set({ sourceDate: day });
        }}
      />
      <Checkbox
        label={t('standards.isConfirmed')}
        checked={draft.confirmed ?? false}
        onChange={({ currentTarget }) => {
          set({ confirmed: currentTarget.checked });
        }}
      />
    </>
  );
}

const draftOf = ({ category, postTitle, area, from, minimum, ...rest }: Standard): Draft =>
  ({
    category,
    postTitle,
    area,
    ...(from !== null && { from }),
    ...minimum,
    source: rest.source,
    sourceNumber: rest.sourceNumber,
    sourceDate: rest.sourceDate,
    confirmed: rest.confirmed,
  }) as Draft;
