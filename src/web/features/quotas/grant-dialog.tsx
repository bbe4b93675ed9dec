import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { today } from '../../i18n/dates';
import { type Grant, useAddGrant, useCorrectGrant } from './moves-api';
import { MovementDialog } from './movement-dialog';
import { PlacesField, TextField } from './place-fields';

/** The paper that gives places, as it is typed. */
interface Paper {
  readonly documentNumber: string;
  readonly documentDate: string | null;
  readonly useBy: string | null;
  readonly grantor: string;
  readonly school: string;
  readonly note: string;
}

const TEXTS = ['grantor', 'school', 'note'] as const;

/** Writes down what was granted. */
export function GrantDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [paper, setPaper] = useState<Paper>({
    documentNumber: '',
    documentDate: today(),
    useBy: null,
    grantor: '',
    school: '',
    note: '',
  });
  const texts = Object.fromEntries(TEXTS.map((name) => [name, paper[name].trim() || undefined]));
  return (
    <MovementDialog<Schema<'CreateGrantDto'>>
      title={t('quotas.addGrant')}
      year={year}
      movement={useAddGrant()}
      extra={{
        grantor: texts.grantor,
        school: texts.school,
        note: texts.note,
        documentNumber: paper.documentNumber,
        documentDate: paper.documentDate ?? '',
        useBy: paper.useBy ?? undefined,
      }}
      onClose={onClose}
    >
      {(errorOf) => <PaperFields paper={paper} errorOf={errorOf} onChange={setPaper} />}
    </MovementDialog>
  );
}

/** Puts right what was typed wrongly, and says why. */
export function CorrectDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation();
  const correct = useCorrectGrant(grant.id);
  const [places, setPlaces] = useState(grant.places);
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState<Paper>({
    ...grant,
    documentNumber: grant.documentNumber ?? '',
    grantor: grant.grantor ?? '',
    school: grant.school ?? '',
    note: grant.note ?? '',
  });
  const errorOf = (field: string): string | undefined => fieldError(correct.error, field);
  return (
    <Dialog
      opened
      title={t('quotas.correctOne', { document: grant.documentNumber ?? grant.programName })}
      submitLabel={t('common.save')}
      busy={correct.isPending}
      error={correct.error}
      fields={['places', 'reason', 'documentNumber', 'documentDate', 'useBy', ...TEXTS]}
      onClose={onClose}
      onSubmit={() => {
        correct.mutate(
          { version: grant.version, reason, places, ...changedPaper(grant, paper) },
          {
            onSuccess: () => {
              notifyDone(t('common.saved'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('quotas.correctHint')}</Text>
      <PlacesField value={places} error={errorOf('places')} onChange={setPlaces} />
      <PaperFields paper={paper} errorOf={errorOf} onChange={setPaper} />
      <TextField
        required
        long
        label={t('quotas.correctReason')}
        value={reason}
        error={errorOf('reason')}
        onChange={setReason}
      />
    </Dialog>
  );
}

/** Only what was changed: what a grant never had is not asked for now. */
function changedPaper(grant: Grant, paper: Paper): Partial<Schema<'CorrectGrantDto'>> {
  const { documentNumber, documentDate, useBy } = paper;
  return {
    ...(documentNumber !== (grant.documentNumber ?? '') && { documentNumber }),
    ...(documentDate !== grant.documentDate && { documentDate: documentDate ?? '' }),
    ...(useBy !== grant.useBy && { useBy }),
    ...Object.fromEntries(
      TEXTS.flatMap((name) =>
        paper[name] === (grant[name] ?? '') ? [] : [[name, paper[name].trim() === '' ? null : paper[name]]],
      ),
    ),
  };
}

function PaperFields({
  paper,
  errorOf,
  onChange,
}: {
  paper: Paper;
  errorOf: (field: string) => string | undefined;
  onChange: (paper: Paper) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        required
        label={t('quotas.documentNumber')}
        value={paper.documentNumber}
        error={errorOf('documentNumber')}
        onChange={(documentNumber) => {
          onChange({ ...paper, documentNumber });
        }}
      />
      <DateField
        required
        label={t('quotas.documentDate')}
        value={paper.documentDate}
        error={errorOf('documentDate')}
        onChange={(documentDate) => {
          onChange({ ...paper, documentDate });
        }}
      />
      <DateField
        clearable
        label={t('quotas.useBy')}
        value={paper.useBy}
        error={errorOf('useBy')}
        onChange={(useBy) => {
          onChange({ ...paper, useBy });
        }}
      />
      {TEXTS.map((name) => (
        <TextField
          key={name}
          long={name === 'note'}
          label={t(`quotas.${name}`)}
          value={paper[name]}
          error={errorOf(name)}
          onChange={(text) => {
            onChange({ ...paper, [name]: text });
          }}
        />
      ))}
    </>
  );
}
