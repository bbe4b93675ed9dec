import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type Offer, useOffers, useReturnRules } from './moves-api';
import { OfferAnswer } from './offer-answer';
import { OfferDialog, RuleDialog } from './offer-dialogs';

/** Unused places: when they come back, and who is asked to take them. */
export function OffersPart({ year }: { year: number }) {
  const { t } = useTranslation();
  const offers = useOffers(year);
  const rules = useReturnRules(year).data?.items ?? [];
  const may = useMay('quotas.offer');
  const [dialog, setDialog] = useState<'offer' | 'rule' | null>(null);
  const close = (): void => {
    setDialog(null);
  };
  return (
    <Stack mt="lg">
      <Group justify="space-between">
        <Title order={3} fz="lg">
          {t('quotas.offers')}
        </Title>
        {may && (
          <Group>
            <Button
              variant="default"
              onClick={() => {
                setDialog('rule');
              }}
            >
              {t('quotas.setRule')}
            </Button>
            <Button
              onClick={() => {
                setDialog('offer');
              }}
            >
              {t('quotas.offer')}
            </Button>
          </Group>
        )}
      </Group>
      {rules.map((rule) => (
        <Text key={rule.id}>
          {t(rule.offers ? 'quotas.ruleOffers' : 'quotas.ruleReturns', {
            program: rule.programName,
            day: writeDate(rule.returnAfter),
            days: rule.answerDays,
          })}
          {rule.doneOn && ` ${t('quotas.ruleDone', { day: writeDate(rule.doneOn) })}`}
        </Text>
      ))}
      <OfferTable offers={offers} />
      {dialog === 'offer' && <OfferDialog year={year} onClose={close} />}
      {dialog === 'rule' && <RuleDialog year={year} onClose={close} />}
    </Stack>
  );
}

function OfferTable({ offers }: { offers: ReturnType<typeof useOffers> }) {
  const { t } = useTranslation();
  return (
    <DataTable<Offer>
      label={t('quotas.offers')}
      list={offers}
      empty={{ title: t('quotas.noOffers'), hint: t('quotas.noOffersHint') }}
      columns={[
        {
          label: t('quotas.askedUnit'),
          title: true,
          render: ({ position, unit }) => t('quotas.inLine', { position, unit: unit.name }),
        },
        { label: t('quotas.program'), render: ({ programName }) => programName },
        { label: t('quotas.inNeed'), render: ({ need }) => t('quotas.people', { count: need }) },
        {
          label: t('quotas.state'),
          render: ({ state, accepted, places, answerBy, reason }) => (
            <div>
              {t(`quotas.offerState.${state}`, {
                count: accepted ?? places ?? 0,
                offered: places ?? 0,
                day: writeDate(answerBy),
              })}
              {state === 'accepted' && accepted !== places && (
                <Text fz="sm">{t('quotas.acceptedOf', { count: places ?? 0 })}</Text>
              )}
              {reason && <Text fz="sm">“{reason}”</Text>}
            </div>
          ),
        },
        { label: '', render: (offer) => offer.mayAnswer && <OfferAnswer key={offer.id} offer={offer} /> },
      ]}
    />
  );
}
