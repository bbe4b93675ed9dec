import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { ErrorState } from './states';

/** A question with its fields, what was wrong with the answer, and two buttons. */
export function Dialog({
  title,
  opened,
  onClose,
  onSubmit,
  submitLabel,
  busy,
  error,
  children,
  danger = false,
  fields = [],
  enterSubmits = false,
  ready = true,
}: {
  title: string;
  opened: boolean;
  onClose: () => void;
  onSubmit: () => void;
  submitLabel: string;
  busy: boolean;
  error: unknown;
  children?: ReactNode;
  danger?: boolean;
  /** Paths whose messages stand beside fields of this dialog; any other message is shown above the buttons. */
  fields?: readonly string[];
  /** A question without fields: Enter answers yes. */
  enterSubmits?: boolean;
  /** Whether there is anything to submit yet. */
  ready?: boolean;
}) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSubmit();
        }}
      >
        <Stack>
          {children}
          {error !== null && error !== undefined && <Refusal error={error} fields={fields} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={!ready}
              {...(enterSubmits && { 'data-autofocus': true })}
              {...(danger && { color: 'red.9' })}
            >
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What no field says: the whole refusal when it is about none of them, else what is left over. */
function Refusal({ error, fields }: { error: unknown; fields: readonly string[] }) {
  const messages = error instanceof ApiProblem ? Object.entries(error.fieldErrors) : [];
  const left = messages.filter(([path]) => !fields.includes(path) && path !== 'state' && path !== 'id');
  if (messages.some(([path]) => fields.includes(path)) && left.length === 0) return null;
  return (
    <>
      <ErrorState error={error} />
      {left.map(([path, message]) => (
        <Text key={path} c="son.7">
          {message}
        </Text>
      ))}
    </>
  );
}

/** Gives the focus back to what opened the dialog; it is mounted only while it is open, so Mantine's own return never runs. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After Mantine's trap has let go.
      setTimeout(() => {
        if (opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
}

/** The message for one field, if the server had one. */
export const fieldError = (error: unknown, path: string): string | undefined =>
  error instanceof ApiProblem ? error.fieldErrors[path] : undefined;
