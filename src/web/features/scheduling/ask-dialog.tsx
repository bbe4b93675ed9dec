import { Accordion, Group, Input, NumberInput, Slider, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { useAsk, type Weights, WISHES } from './api';

const USUAL: Weights = {
  wishedDate: 5,
  evenWeeks: 4,
  unbroken: 3,
  holidayEve: 2,
  ownLecturers: 1,
  roomFit: 1,
  stability: 6,
};
const STRONGEST = 10;

/** Which time to plan, and what counts how much. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ask = useAsk();
  const year = new Date().getFullYear();
  const [from, setFrom] = useState<string | null>(`${year}-01-01`);
  const [to, setTo] = useState<string | null>(`${year}-12-31`);
  const [classesPerWeek, setClassesPerWeek] = useState<number | string>(3);
  const [weights, setWeights] = useState(USUAL);
  return (
    <Dialog
      opened
      title={t('scheduling.ask')}
      onClose={onClose}
      submitLabel={t('scheduling.start')}
      busy={ask.isPending}
      error={ask.error}
      fields={['from', 'to', 'classesPerWeek']}
      onSubmit={() => {
        ask.mutate(
          { from: from ?? '', to: to ?? '', classesPerWeek: Number(classesPerWeek), weights },
          { onSuccess: ({ id }) => void navigate({ to: '/lop/xep-lich/$proposalId', params: { proposalId: id } }) },
        );
      }}
    >
      <Text>{t('scheduling.askExplained')}</Text>
      <Group grow align="flex-start">
        <DateField
          label={t('scheduling.from')}
          required
          value={from}
          onChange={setFrom}
          error={fieldError(ask.error, 'from')}
        />
        <DateField
          label={t('scheduling.to')}
          required
          value={to}
          onChange={setTo}
          error={fieldError(ask.error, 'to')}
        />
      </Group>
      <NumberInput
        label={t('scheduling.classesPerWeek')}
        description={t('scheduling.classesPerWeekExplained')}
        min={1}
        max={100}
        allowDecimal={false}
        value={classesPerWeek}
        onChange={setClassesPerWeek}
        error={fieldError(ask.error, 'classesPerWeek')}
      />
      <Accordion variant="contained">
        <Accordion.Item value="wishes">
          <Accordion.Control>{t('scheduling.wishes')}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md" pb="sm">
              <Text fz="sm">{t('scheduling.wishesExplained')}</Text>
              {WISHES.map((wish) => (
                <Input.Wrapper key={wish} label={t(`scheduling.wish.${wish}`)}>
                  <Slider
                    thumbLabel={t(`scheduling.wish.${wish}`)}
                    min={0}
                    max={STRONGEST}
                    step={1}
                    value={weights[wish]}
                    onChange={(value) => {
                      setWeights({ ...weights, [wish]: value });
                    }}
                  />
                </Input.Wrapper>
              ))}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Dialog>
  );
}
