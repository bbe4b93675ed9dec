import { MultiSelect, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { usePrograms } from '../programs/api';
import { type QuotaNotice, useDraftNotice, useEditNotice } from './notices-api';

/** A new draft, or one that is written anew as long as it has no number. */
export function NoticeDraftDialog({
  year,
  notice,
  onClose,
}: {
  year: number;
  notice?: QuotaNotice;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rationed = usePrograms().data?.items.filter(({ needsQuota }) => needsQuota) ?? [];
  const [programIds, setProgramIds] = useState<string[]>((notice?.programs ?? rationed).map(({ id }) => id));
  const [deadline, setDeadline] = useState<string | null>(notice?.deadline ?? null);
  const [note, setNote] = useState(notice?.note ?? '');
  const [draft, edit] = [useDraftNotice(), useEditNotice(notice?.id ?? '')];
  const { error, isPending } = notice ? edit : draft;
  const said = { programIds, deadline: deadline ?? '', ...(note.trim() !== '' && { note }) };
  return (
    <Dialog
      opened
      title={t(notice ? 'quotaNotices.edit' : 'quotaNotices.new')}
      onClose={onClose}
      submitLabel={t(notice ? 'common.save' : 'quotaNotices.draft')}
      busy={isPending}
      error={error}
      fields={['programIds', 'deadline', 'note']}
      onSubmit={() => {
        if (notice) edit.mutate(said, { onSuccess: onClose });
        else
          draft.mutate(
            { period: year, ...said },
            { onSuccess: ({ id }) => void navigate({ to: '/chi-tieu/thong-bao/$noticeId', params: { noticeId: id } }) },
          );
      }}
    >
      <Text>{t('quotaNotices.newExplained', { year })}</Text>
      <MultiSelect
        label={t('quotaNotices.programs')}
        required
        value={programIds}
        data={rationed.map(({ id, name }) => ({ value: id, label: name }))}
        error={fieldError(error, 'programIds')}
        onChange={setProgramIds}
      />
      <DateField
        label={t('quotaNotices.deadline')}
        required
        value={deadline}
        onChange={setDeadline}
        error={fieldError(error, 'deadline')}
      />
      <Textarea
        label={t('quotaNotices.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        error={fieldError(error, 'note')}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
