import { Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, writeDate } from '../../i18n/dates';
import type { OfficialProfile } from './api';
import { type Note, useReply } from './record-api';
import { RecordDialog } from './record-dialog';
import { RecordSection } from './record-section';

/** What the board keeps about those who avoid study, with what the person says to it. */
export function NotesSection({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const [answered, setAnswered] = useState<Note>();
  const reply = useReply(official.id);
  return (
    <>
      <RecordSection
        part="notes"
        official={official}
        rows={official.notes ?? []}
        mayChange
        hint={t('record.notesHint')}
        nameOf={({ notedOn }) => t('record.noteOf', { day: writeDate(notedOn) })}
        fields={(note) => [
          { name: 'text', label: t('record.noteText'), kind: 'area', required: true, value: note?.text },
          {
            name: 'notedOn',
            label: t('record.notedOn'),
            kind: 'date',
            required: true,
            value: note?.notedOn ?? today(),
          },
        ]}
        actions={(note) => (
          <Menu.Item
            onClick={() => {
              setAnswered(note);
            }}
          >
            {t('record.writeReply')}
          </Menu.Item>
        )}
        render={(note) => (
          <>
            <Text fz="sm" c="#5f5a54">
              {[writeDate(note.notedOn), note.notedBy].filter(Boolean).join(' · ')}
            </Text>
            <Text style={{ whiteSpace: 'pre-line' }}>{note.text}</Text>
            <Text fz="sm" mt={4} pl="sm" style={{ borderLeft: '3px solid #d8d2ca', whiteSpace: 'pre-line' }}>
              {note.reply
                ? t('record.replyOn', { day: writeDate(note.repliedOn), reply: note.reply })
                : t('record.noReply')}
            </Text>
          </>
        )}
      />
      {answered && (
        <RecordDialog
          title={t('record.writeReply')}
          fields={() => [
            { name: 'reply', label: t('record.reply'), kind: 'area', required: true, value: answered.reply },
            {
              name: 'repliedOn',
              label: t('record.repliedOn'),
              kind: 'date',
              required: true,
              value: answered.repliedOn ?? today(),
            },
          ]}
          busy={reply.isPending}
          error={reply.error}
          onClose={() => {
            setAnswered(undefined);
            reply.reset();
          }}
          onSave={(body, done) => {
            reply.mutate({ noteId: answered.id, body: body as never }, { onSuccess: done });
          }}
        />
      )}
    </>
  );
}
