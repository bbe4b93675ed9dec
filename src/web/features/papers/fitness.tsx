import { Button, Group, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { fieldError } from '../../components/dialog';
import { writeDate } from '../../i18n/dates';
import { type Paper, useSayFit } from './api';

/** Fit to study: yes or no, and the day of the check; nothing else of health is asked for or kept. */
export function Fitness({
  paper,
  nominationId,
  mayChange,
}: {
  paper: Paper | undefined;
  nominationId: string;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const say = useSayFit(nominationId);
  const [fit, setFit] = useState<string | null>(null);
  const [checkedOn, setCheckedOn] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  if (paper && !open)
    return (
      <Group gap="xs">
        <Text>{t(paper.fit ? 'papers.fitSince' : 'papers.unfitSince', { day: writeDate(paper.checkedOn) })}</Text>
        {mayChange && (
          <Button
            size="compact-md"
            variant="subtle"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('common.edit')}
          </Button>
        )}
      </Group>
    );
  if (!mayChange) return null;
  return (
    <>
      <Text fz="sm" c="#5f5a54">
        {t('papers.healthHint')}
      </Text>
      <Group align="flex-end" gap="sm">
        <Radio.Group label={t('papers.fit')} value={fit} onChange={setFit}>
          <Group mt={4}>
            <Radio value="yes" label={t('papers.fitYes')} />
            <Radio value="no" label={t('papers.fitNo')} />
          </Group>
        </Radio.Group>
        <DateField
          label={t('papers.checkedOn')}
          value={checkedOn}
          onChange={setCheckedOn}
          error={fieldError(say.error, 'checkedOn')}
        />
        <Button
          variant="default"
          disabled={fit === null || checkedOn === null}
          loading={say.isPending}
          onClick={() => {
            if (fit === null || checkedOn === null) return;
            say.mutate(
              { fit: fit === 'yes', checkedOn },
              {
                onSuccess: () => {
                  setOpen(false);
                },
              },
            );
          }}
        >
          {t('common.save')}
        </Button>
      </Group>
    </>
  );
}
