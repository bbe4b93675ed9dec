import { Button, Drawer, Group, Stack, Text, Timeline, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { ErrorState, Loading } from '../../components/states';
import { useMe } from '../identity/api';
import { today, writeDate } from '../../i18n/dates';
import { type Standard, useDeleteStandard, useEndStandard, useStandardHistory } from './api';
import { StandardDialog } from './standard-dialog';
import { useStandardSentence } from './use-standard-sentence';

/** One line of the matrix: what it says, which paper, what it was before and who changed it; and what can be done. */
export function StandardDrawer({ standard, onClose }: { standard: Standard | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={standard !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('standards.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {standard && <Story standard={standard} onClose={onClose} />}
    </Drawer>
  );
}

function Story({ standard, onClose }: { standard: Standard; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useStandardSentence();
  const history = useStandardHistory(standard.id);
  const me = useMe();
  return (
    <Stack>
      <Text fw={600}>{sentence({ ...standard, ...standard.minimum })}</Text>
      <Text>
        {t('standards.by', { source: standard.source })}
        {standard.sourceNumber && ` · ${standard.sourceNumber}`}
        {standard.sourceDate && ` · ${writeDate(standard.sourceDate)}`}
      </Text>
      <Text>{standard.confirmed ? t('standards.confirmed') : t('standards.toConfirmLong')}</Text>
      {me.data?.abilities.includes('standards.manage') && <Actions standard={standard} onClose={onClose} />}
      <Title order={3} fz="md">
        {t('standards.history')}
      </Title>
      {history.error && <ErrorState error={history.error} />}
      {history.isPending && <Loading />}
      {history.data && (
        <>
          <Timeline active={-1} bulletSize={14} lineWidth={2}>
            {history.data.items.map((item) => (
              <Timeline.Item key={item.id}>
                <Text>{sentence({ ...item, ...item.minimum })}</Text>
                {item.to && (
                  <Text fz="sm" c="#5f5a54">
                    {t('standards.until', { day: writeDate(item.to) })}
                  </Text>
                )}
              </Timeline.Item>
            ))}
          </Timeline>
          {history.data.steps.map(({ action, at, by, reason }) => (
            <Text key={`${action} ${at}`} fz="sm" c="#5f5a54">
              {writeDate(at.slice(0, 10))} · {by} · {t(`standards.step.${action.replace('standard.', '')}`)}
              {reason && `: ${reason}`}
            </Text>
          ))}
        </>
      )}
    </Stack>
  );
}

/** Correct, end, or take away what is not in force yet. */
function Actions({ standard, onClose }: { standard: Standard; onClose: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'correct' | 'end' | 'delete' | null>(null);
  const end = useEndStandard();
  const remove = useDeleteStandard();
  const [on, setOn] = useState<string | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  const button = (what: 'correct' | 'end' | 'delete') => (
    <Button
      variant="default"
      onClick={() => {
        setAsked(what);
      }}
    >
      {t(`standards.${what}`)}
    </Button>
  );
  const comesLater = standard.from !== null && standard.from > today();
  return (
    <Group>
      {button('correct')}
      {button('end')}
      {comesLater && button('delete')}
      {asked === 'correct' && <StandardDialog standard={standard} onClose={close} />}
      {asked === 'end' && (
        <Dialog
          opened
          title={t('standards.end')}
          onClose={close}
          submitLabel={t('standards.end')}
          busy={end.isPending}
          error={end.error}
          fields={['on']}
          onSubmit={() => {
            end.mutate({ id: standard.id, on: on ?? '' }, { onSuccess: close });
          }}
        >
          <Text>{t('standards.endHint')}</Text>
          <DateField
            label={t('standards.lastDay')}
            required
            value={on}
            error={fieldError(end.error, 'on')}
            onChange={setOn}
          />
        </Dialog>
      )}
      {asked === 'delete' && (
        <Dialog
          opened
          danger
          title={t('standards.delete')}
          onClose={close}
          submitLabel={t('standards.delete')}
          busy={remove.isPending}
          error={remove.error}
          onSubmit={() => {
            remove.mutate(standard.id, { onSuccess: onClose });
          }}
        >
          <Text>{t('standards.deleteHint')}</Text>
        </Dialog>
      )}
    </Group>
  );
}
