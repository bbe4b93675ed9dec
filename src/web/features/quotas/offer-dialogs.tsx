import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { MovementDialog } from './movement-dialog';
import { useOfferPlaces, useSetReturnRule } from './moves-api';
import { DaysField } from './place-fields';

const ANSWER_DAYS = 5;
const WARN_DAYS = 7;

/** Offers places of the reserve to the units next in need. */
export function OfferDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [answerDays, setDays] = useState(ANSWER_DAYS);
  return (
    <MovementDialog<Pick<Schema<'OfferPlacesDto'>, 'programId' | 'period' | 'places' | 'answerDays'>>
      title={t('quotas.offer')}
      submitLabel={t('quotas.send')}
      done={t('quotas.sent')}
      year={year}
      movement={useOfferPlaces()}
      extra={{ answerDays }}
      before={<Text>{t('quotas.offerHint')}</Text>}
      onClose={onClose}
    >
      {(errorOf) => (
        <DaysField label={t('quotas.answerDays')} value={answerDays} error={errorOf('answerDays')} onChange={setDays} />
      )}
    </MovementDialog>
  );
}

/** Sets the day after which unused places come back. */
export function RuleDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [returnAfter, setDay] = useState<string | null>(null);
  const [warnDays, setWarn] = useState(WARN_DAYS);
  const [offers, setOffers] = useState(true);
  const [answerDays, setAnswer] = useState(ANSWER_DAYS);
  return (
    <MovementDialog<Schema<'ReturnRuleDto'>>
      title={t('quotas.setRule')}
      year={year}
      movement={useSetReturnRule()}
      extra={{ returnAfter: returnAfter ?? '', warnDays, offers, answerDays }}
      counted={false}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <DateField
            required
            label={t('quotas.returnAfter')}
            value={returnAfter}
            error={errorOf('returnAfter')}
            onChange={setDay}
          />
          <DaysField label={t('quotas.warnDays')} value={warnDays} error={errorOf('warnDays')} onChange={setWarn} />
          <Checkbox
            size="md"
            label={t('quotas.offersAfter')}
            checked={offers}
            onChange={({ currentTarget }) => {
              setOffers(currentTarget.checked);
            }}
          />
          <DaysField
            label={t('quotas.answerDays')}
            value={answerDays}
            error={errorOf('answerDays')}
            onChange={setAnswer}
          />
        </>
      )}
    </MovementDialog>
  );
}
