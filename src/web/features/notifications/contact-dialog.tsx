import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { type ContactChange, useContact, useSetContact } from './channels-api';
import { ContactFields } from './contact-fields';

/** Where an account is reached, changed by the board. A number is shown by its last digits and replaced as a whole. */
export function ContactDialog({ id, username, onClose }: { id: string; username: string; onClose: () => void }) {
  const { t } = useTranslation();
  const contact = useContact(id);
  const save = useSetContact(id);
  const [draft, setDraft] = useState<ContactChange | null>(null);
  const shown = draft ?? (contact.data ? { email: contact.data.email } : null);
  return (
    <Dialog
      opened
      title={t('channels.contactOf', { username })}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={['email', 'phone']}
      onClose={onClose}
      onSubmit={() => {
        if (shown)
          save.mutate(shown, {
            onSuccess: () => {
              notifyDone(t('common.saved'));
              onClose();
            },
          });
      }}
    >
      {contact.error && <ErrorState error={contact.error} />}
      {contact.isPending && <Loading />}
      {contact.data && shown && (
        <ContactFields contact={contact.data} draft={shown} error={save.error} onChange={setDraft} />
      )}
    </Dialog>
  );
}
