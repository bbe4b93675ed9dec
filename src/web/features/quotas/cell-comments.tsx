import { ActionIcon, Indicator, Stack, Text, Textarea } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { Dialog, fieldError } from '../../components/dialog';
import { writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';

const commentsKey = (period: number) => ['quotas', 'comments', period];

/** What is said about the places of a year. */
const useComments = (period: number) =>
  useQuery({
    queryKey: commentsKey(period),
    queryFn: () => answer(api.GET('/api/v1/quotas/comments', { params: { query: { period } } })),
  });

interface Cell {
  period: number;
  unitId: string;
  programId: string;
}

/** A button that says how much is said about a cell, and opens it. */
export function CellComments({ name, cell }: { name: string; cell: Cell }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const mayWrite = useMay('quotas.comment');
  const comments = useComments(cell.period);
  const own = (comments.data?.items ?? []).filter(
    ({ unitId, programId }) => unitId === cell.unitId && programId === cell.programId,
  );
  if (own.length === 0 && !mayWrite) return null;
  return (
    <>
      <Indicator label={own.length} size={18} disabled={own.length === 0} color="son.8">
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size={32}
          tabIndex={own.length === 0 ? -1 : 0}
          aria-label={t('quotaMatrix.comments', { cell: name, count: own.length })}
          onClick={() => {
            setOpen(true);
          }}
        >
          <IconMessage2 size={18} aria-hidden />
        </ActionIcon>
      </Indicator>
      {open && (
        <CommentsDialog
          name={name}
          cell={cell}
          comments={own}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function CommentsDialog({
  name,
  cell,
  comments,
  onClose,
}: {
  name: string;
  cell: Cell;
  comments: readonly { id: string; text: string; author: string; at: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/quotas/comments', { body: { ...cell, text } })),
    onSuccess: (all) => {
      queries.setQueryData(commentsKey(cell.period), all);
      setText('');
    },
  });
  return (
    <Dialog
      opened
      title={name}
      onClose={onClose}
      submitLabel={t('quotaMatrix.addComment')}
      busy={add.isPending}
      error={add.error}
      fields={['text']}
      onSubmit={() => {
        add.mutate();
      }}
    >
      <Stack gap="sm">
        {comments.length === 0 && <Text c="#5f5a54">{t('quotaMatrix.noComment')}</Text>}
        {comments.map(({ id, text: said, author, at }) => (
          <div key={id}>
            <Text style={{ overflowWrap: 'anywhere' }}>{said}</Text>
            <Text fz="sm" c="#5f5a54">
              {author} · {writeInstant(at)}
            </Text>
          </div>
        ))}
      </Stack>
      <Textarea
        label={t('quotaMatrix.comment')}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        error={fieldError(add.error, 'text')}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
