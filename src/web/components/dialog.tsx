import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
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
}) {
  const { t } = useTranslation();
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
          onSubmit();
        }}
      >
        <Stack>
          {children}
          {error !== null && error !== undefined && !hasFields(error) && <ErrorState error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} {...(danger && { color: 'red.9' })}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const hasFields = (error: unknown): boolean =>
  error instanceof ApiProblem && Object.keys(error.fieldErrors).some((path) => path !== 'state' && path !== 'id');

/** The message for one field, if the server had one. */
export const fieldError = (error: unknown, path: string): string | undefined =>
  error instanceof ApiProblem ? error.fieldErrors[path] : undefined;
